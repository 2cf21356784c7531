using Chimera.Domain.Agents;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

public sealed class ArchiveAgentSpecs
{
    private static readonly ArchiveAgent Archive = new(Ada);

    [Fact]
    public void an_active_agent_can_be_archived() => Given(Created).When(agent => AgentDecider.Decide(Archive, agent, Now)).Then(new AgentArchived(Now));

    [Fact]
    public void a_paused_agent_can_be_archived() => Given(Created, Paused).When(agent => AgentDecider.Decide(Archive, agent, Now)).Then(new AgentArchived(Now));

    [Fact]
    public void archiving_twice_changes_nothing() => Given(Created, Archived).When(agent => AgentDecider.Decide(Archive, agent, Now)).ThenNothing();
}
