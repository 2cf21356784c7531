using Chimera.Domain.Agents;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

public sealed class ReviseAgentSpecs
{
    [Fact]
    public void a_new_name_renames() => Revised(new(Ada, Name: "Ada L.")).Then(new AgentRenamed("Ada L.", Now));

    [Fact]
    public void a_new_bio_is_recorded() => Revised(new(Ada, Bio: "Tea now.")).Then(new AgentBioRewritten("Tea now.", Now));

    [Fact]
    public void a_bio_can_be_emptied() => Revised(new(Ada, Bio: "")).Then(new AgentBioRewritten("", Now));

    [Fact]
    public void a_new_persona_keeps_the_soul()
    {
        var persona = WarmPersona with { Directives = ["asks before it posts"] };
        Revised(new(Ada, Persona: persona)).Then(new AgentPersonaReplaced(persona, Soul, Now));
    }

    [Fact]
    public void a_new_soul_keeps_the_persona()
    {
        var soul = new SoulMd("# Ada\nLoves tea.", "77aa");
        Revised(new(Ada, Soul: soul)).Then(new AgentPersonaReplaced(WarmPersona, soul, Now));
    }

    [Fact]
    public void new_handles_replace_the_old() =>
        Revised(new(Ada, SocialHandles: new(Twitter: "ada2"))).Then(new AgentHandlesReplaced(new(Twitter: "ada2"), Now));

    [Fact]
    public void a_new_wallet_is_assigned() => Revised(new(Ada, WalletAddress: OtherWallet)).Then(new AgentWalletAssigned(OtherWallet, Now));

    [Fact]
    public void a_new_character_is_recorded() => Revised(new(Ada, CharacterReferenceId: "lora-2")).Then(new AgentCharacterReplaced("lora-2", Now));

    [Fact]
    public void several_changes_are_several_facts() =>
        Revised(new(Ada, Name: "A", Bio: "B", WalletAddress: OtherWallet))
            .Then(new AgentRenamed("A", Now), new AgentBioRewritten("B", Now), new AgentWalletAssigned(OtherWallet, Now));

    [Fact]
    public void fields_that_are_not_given_stay() => Revised(new(Ada)).ThenNothing();

    [Fact]
    public void the_same_values_again_change_nothing() =>
        Revised(new(Ada, Created.Name, Created.Bio, WarmPersona with { VoiceTone = ["warm", "precise"] }, Soul, Handles with { }, Wallet, "lora-ada-1"))
            .ThenNothing();

    [Fact]
    public void the_order_of_tones_values_and_directives_matters() =>
        Revised(new(Ada, Persona: WarmPersona with { VoiceTone = ["precise", "warm"] }))
            .Then(new AgentPersonaReplaced(WarmPersona with { VoiceTone = ["precise", "warm"] }, Soul, Now));

    [Fact]
    public void a_paused_agent_can_be_revised() =>
        Given(Created, Paused).When(agent => AgentDecider.Decide(new ReviseAgent(Ada, Name: "A"), agent, Now)).Then(new AgentRenamed("A", Now));

    [Fact]
    public void an_archived_agent_cannot_be_revised() =>
        Given(Created, Archived).When(agent => AgentDecider.Decide(new ReviseAgent(Ada, Name: "A"), agent, Now)).ThenBreaks("agent.archived");

    [Theory, InlineData(""), InlineData("   ")]
    public void a_name_is_never_emptied(string name) => Revised(new(Ada, Name: name)).ThenBreaks("agent.name", "/name");

    [Fact]
    public void the_limits_of_creation_hold_for_revisions()
    {
        Revised(new(Ada, Name: new('n', 101))).ThenBreaks("agent.name", "/name");
        Revised(new(Ada, Bio: new('b', 501))).ThenBreaks("agent.bio", "/bio");
        Revised(new(Ada, Persona: WarmPersona with { SoulMdPath = "" })).ThenBreaks("agent.soul", "/persona/soul_md_path");
        Revised(new(Ada, Soul: new("", "00"))).ThenBreaks("agent.soul", "/persona/soul_md_path");
        Revised(new(Ada, WalletAddress: "0x0")).ThenBreaks("agent.wallet", "/wallet_address");
        Revised(new(Ada, CharacterReferenceId: new('c', 256))).ThenBreaks("agent.character-reference", "/character_reference_id");
    }

    private static Spec<Agent, AgentEvent> Revised(ReviseAgent command) => Given(Created).When(agent => AgentDecider.Decide(command, agent, Now));
}
