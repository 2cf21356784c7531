using Chimera.Domain.Agents;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

public sealed class AgentEvolveSpecs
{
    private static readonly DateTimeOffset Later = Then.AddDays(1);

    [Fact]
    public void a_created_agent_is_active_and_holds_every_fact() => Given(Created).ThenState(agent =>
    {
        Assert.Equal((Ada, "Ada", "Writes about espresso.", Wallet, "lora-ada-1"),
            (agent.Id, agent.Name, agent.Bio, agent.WalletAddress, agent.CharacterReferenceId));
        Assert.Equal((Soul, Handles), (agent.Soul, agent.SocialHandles));
        Assert.Equivalent(WarmPersona, agent.Persona, strict: true);
        Assert.Equal((Then, Then, AgentStatus.Active), (agent.CreatedAt, agent.UpdatedAt, agent.Status));
    });

    [Fact]
    public void each_revision_replaces_its_own_field()
    {
        var soul = new SoulMd("new", "11");
        Given(Created, new AgentRenamed("B", Later)).ThenState(agent => Assert.Equal("B", agent.Name));
        Given(Created, new AgentBioRewritten(null, Later)).ThenState(agent => Assert.Null(agent.Bio));
        Given(Created, new AgentPersonaReplaced(WarmPersona with { SoulMdPath = "p" }, soul, Later))
            .ThenState(agent => Assert.Equal(("p", soul), (agent.Persona.SoulMdPath, agent.Soul)));
        Given(Created, new AgentHandlesReplaced(new(Tiktok: "t"), Later)).ThenState(agent => Assert.Equal(new(Tiktok: "t"), agent.SocialHandles));
        Given(Created, new AgentWalletAssigned(OtherWallet, Later)).ThenState(agent => Assert.Equal(OtherWallet, agent.WalletAddress));
        Given(Created, new AgentCharacterReplaced(null, Later)).ThenState(agent => Assert.Null(agent.CharacterReferenceId));
    }

    [Fact]
    public void pausing_resuming_and_archiving_move_the_status()
    {
        Given(Created, Paused).ThenState(agent => Assert.Equal(AgentStatus.Paused, agent.Status));
        Given(Created, Paused, Resumed).ThenState(agent => Assert.Equal(AgentStatus.Active, agent.Status));
        Given(Created, Paused, Archived).ThenState(agent => Assert.Equal(AgentStatus.Archived, agent.Status));
    }

    [Fact]
    public void every_accepted_change_moves_updated_at_and_leaves_created_at() =>
        Assert.All(
            new AgentEvent[]
            {
                new AgentRenamed("B", Later), new AgentBioRewritten("b", Later), new AgentPersonaReplaced(WarmPersona, Soul, Later),
                new AgentHandlesReplaced(Handles, Later), new AgentWalletAssigned(OtherWallet, Later), new AgentCharacterReplaced("c", Later),
                new AgentPaused("r", Later), new AgentResumed(Later), new AgentArchived(Later)
            },
            change => Given(Created, change).ThenState(agent => Assert.Equal((Then, Later), (agent.CreatedAt, agent.UpdatedAt))));
}
