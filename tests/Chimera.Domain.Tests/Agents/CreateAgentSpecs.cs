using Chimera.Domain.Agents;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

public sealed class CreateAgentSpecs
{
    [Fact]
    public void a_new_agent_has_the_given_profile() => When(Create).Then(Created with { CreatedAt = Now });

    [Fact]
    public void an_agent_may_do_without_bio_wallet_character_and_handles() =>
        When(Create with { Bio = null, WalletAddress = null, CharacterReferenceId = null, SocialHandles = new() })
            .Then(Created with { Bio = null, WalletAddress = null, CharacterReferenceId = null, SocialHandles = new(), CreatedAt = Now });

    [Theory, InlineData(1), InlineData(100)]
    public void a_name_has_up_to_100_characters(int length) =>
        When(Create with { Name = new('n', length) }).Then(Created with { Name = new('n', length), CreatedAt = Now });

    [Theory, InlineData(0), InlineData(101)]
    public void a_name_is_neither_empty_nor_longer_than_100_characters(int length) =>
        When(Create with { Name = new('n', length) }).ThenBreaks("agent.name", "/name");

    [Fact]
    public void a_name_of_spaces_is_no_name() => When(Create with { Name = "   " }).ThenBreaks("agent.name", "/name");

    [Fact]
    public void a_bio_has_up_to_500_characters() =>
        When(Create with { Bio = new('b', 500) }).Then(Created with { Bio = new('b', 500), CreatedAt = Now });

    [Fact]
    public void a_bio_of_501_characters_is_refused() => When(Create with { Bio = new('b', 501) }).ThenBreaks("agent.bio", "/bio");

    [Theory, InlineData(""), InlineData(" ")]
    public void an_agent_needs_the_path_of_its_soul(string path) =>
        When(Create with { Persona = WarmPersona with { SoulMdPath = path } }).ThenBreaks("agent.soul", "/persona/soul_md_path");

    [Fact]
    public void the_path_of_a_soul_has_up_to_500_characters()
    {
        var longest = WarmPersona with { SoulMdPath = new('p', 500) };
        When(Create with { Persona = longest }).Then(Created with { Persona = longest, CreatedAt = Now });
        When(Create with { Persona = WarmPersona with { SoulMdPath = new('p', 501) } }).ThenBreaks("agent.soul", "/persona/soul_md_path");
    }

    [Theory, InlineData(""), InlineData(" \n")]
    public void an_agent_with_an_empty_soul_is_refused(string text) =>
        When(Create with { Soul = new(text, "5f1d") }).ThenBreaks("agent.soul", "/persona/soul_md_path");

    [Fact]
    public void a_wallet_with_a_wrong_checksum_is_refused() =>
        When(Create with { WalletAddress = Wallet.Replace("aA", "aa", StringComparison.Ordinal) }).ThenBreaks("agent.wallet", "/wallet_address");

    [Fact]
    public void a_character_reference_has_up_to_255_characters()
    {
        When(Create with { CharacterReferenceId = new('c', 255) }).Then(Created with { CharacterReferenceId = new('c', 255), CreatedAt = Now });
        When(Create with { CharacterReferenceId = new('c', 256) }).ThenBreaks("agent.character-reference", "/character_reference_id");
    }

    [Fact]
    public void creating_again_asks_for_the_same_stream_which_the_store_refuses() =>
        Assert.Equal(
            Assert.IsType<AgentCreated>(Assert.Single(AgentDecider.Decide(Create, Now))).AgentId,
            Assert.IsType<AgentCreated>(Assert.Single(AgentDecider.Decide(Create, Now))).AgentId);

    private static Spec<Agent, AgentEvent> When(CreateAgent command) => Given().When(() => AgentDecider.Decide(command, Now));
}
