using Chimera.Domain.Agents;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

public sealed class PauseAgentSpecs
{
    private static readonly PauseAgent Pause = new(Ada, "budget");

    [Fact]
    public void an_active_agent_can_be_paused() => Given(Created).When(agent => AgentDecider.Decide(Pause, agent, Now)).Then(new AgentPaused("budget", Now));

    [Fact]
    public void a_resumed_agent_can_be_paused_again() =>
        Given(Created, Paused, Resumed).When(agent => AgentDecider.Decide(Pause, agent, Now)).Then(new AgentPaused("budget", Now));

    [Fact]
    public void pausing_twice_changes_nothing() => Given(Created, Paused).When(agent => AgentDecider.Decide(Pause, agent, Now)).ThenNothing();

    [Fact]
    public void an_archived_agent_cannot_be_paused() =>
        Given(Created, Archived).When(agent => AgentDecider.Decide(Pause, agent, Now)).ThenBreaks("agent.archived");

    [Fact]
    public void the_pipeline_leaves_an_agent_alone_that_was_archived_meanwhile() =>
        Given(Created, Archived).When(agent => AgentDecider.Decide(Pause with { ByPipeline = true }, agent, Now)).ThenNothing();
}
