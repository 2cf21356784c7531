using Chimera.Domain.Agents;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

public sealed class ResumeAgentSpecs
{
    private static readonly ResumeAgent Resume = new(Ada);

    [Fact]
    public void a_paused_agent_can_be_resumed() => Given(Created, Paused).When(agent => AgentDecider.Decide(Resume, agent, Now)).Then(new AgentResumed(Now));

    [Fact]
    public void resuming_an_active_agent_changes_nothing() => Given(Created).When(agent => AgentDecider.Decide(Resume, agent, Now)).ThenNothing();

    [Fact]
    public void resuming_twice_changes_nothing() => Given(Created, Paused, Resumed).When(agent => AgentDecider.Decide(Resume, agent, Now)).ThenNothing();

    [Fact]
    public void archived_is_final() => Given(Created, Archived).When(agent => AgentDecider.Decide(Resume, agent, Now)).ThenBreaks("agent.archived");
}
