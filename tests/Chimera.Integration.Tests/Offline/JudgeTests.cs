using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integration.Tests.Offline;

public sealed class JudgeTests
{
    private readonly OfflineStage _stage = new();
    private readonly LaunchBrief _brief = LaunchBrief.Read();

    [Fact]
    public async Task an_agents_own_voice_passes_and_anothers_scores_clearly_lower()
    {
        foreach (var platform in Enum.GetValues<Platform>())
            for (var i = 0; i < 40; i++)
                foreach (var agent in _brief.Agents)
                {
                    var text = OfflineStage.Published(await _stage.Write(agent, new("balcony solar in winter", platform), $"task {i}"));
                    var own = (await _stage.PersonaOf(agent, text)).Score;
                    Assert.True(own >= 0.6, $"{agent.Name} {own}: {text}");
                    foreach (var other in _brief.Agents.Where(one => one != agent))
                        Assert.True((await _stage.PersonaOf(other, text)).Score <= own - 0.2, $"{other.Name} on {agent.Name}: {text}");
                }
    }

    [Fact]
    public async Task hype_is_rejected_for_a_calm_persona_and_names_why()
    {
        for (var i = 0; i < 40; i++)
        {
            var post = await _stage.Write(_brief.Ilse, new("balcony solar", Platform.Twitter, "hype"), $"task {i}");
            var check = await _stage.PersonaOf(_brief.Ilse, OfflineStage.Published(post));
            Assert.True(check.Score < 0.5, post.TextContent);
            Assert.Contains("exclamation", check.Reason);
            Assert.Empty((await _stage.SafetyOf(_brief.Ilse, post.TextContent)).Flags);
        }
    }

    [Fact]
    public async Task a_result_without_text_fits_every_persona_and_is_safe()
    {
        Assert.Equal((1, "no text"), ((await _stage.PersonaOf(_brief.Ilse, null)).Score, (await _stage.PersonaOf(_brief.Ilse, null)).Reason));
        Assert.Equal(1, (await _stage.SafetyOf(_brief.Ilse, null)).Score);
    }

    [Theory]
    [InlineData("This kit brings guaranteed returns.", "financial_promise")]
    [InlineData("This kit brings gu@r4nteed r3turns.", "financial_promise")]
    [InlineData("This kit brings g u a r a n t e e d  r e t u r n s to all.", "financial_promise")]
    [InlineData("This kit brings guaraaanteeed returnsss.", "financial_promise")]
    [InlineData("This kit brings guаrаnteed rеturns.", "financial_promise")]
    [InlineData("This kit brings gùàràntéëd rétürns.", "financial_promise")]
    [InlineData("This kit brings ｇｕａｒａｎｔｅｅｄ 𝐫𝐞𝐭𝐮𝐫𝐧𝐬.", "financial_promise")]
    [InlineData("This kit brings guar\u200Banteed\u00ADreturns? No: guar\u200Banteed re\u200Bturns.", "financial_promise")]
    [InlineData("You are such an 1d10t.", "harassment")]
    [InlineData("You are such an i-d-i-o-t.", "harassment")]
    [InlineData("Clinically proven.", "medical_claim")]
    [InlineData("It makes 400% more power.", "unverified_claim")]
    [InlineData("We are the #1 kit.", "unverified_claim")]
    [InlineData("Write to jo@example.com", "personal_data")]
    [InlineData("Call +49 151 2345 6789", "personal_data")]
    [InlineData("Card 4111 1111 1111 1111", "personal_data")]
    [InlineData("Vote for the mayor", "political_endorsement")]
    [InlineData("LISTEN TO ME EVERYBODY RIGHT NOW", "shouting")]
    public async Task what_is_unsafe_is_flagged_also_in_disguise(string text, string flag) =>
        Assert.Contains(flag, (await _stage.SafetyOf(_brief.Ilse, text)).Flags);

    [Theory]
    [InlineData("From 2026-12-01 to 2026-12-31 the kit costs 499.00 dollars, 20% off.")]
    [InlineData("Our flat uses 1,200 kWh; 800 watts go in at most. Meet me at 10:30.")]
    [InlineData("Soooo good to see the sun. The skill is in the drill.")]
    [InlineData("I secure the panel, then the heels of my boots are muddy.")]
    [InlineData("Order 1234567890123456 has left the house.")]
    public async Task plain_words_and_numbers_are_not_flagged(string text) => Assert.Empty((await _stage.SafetyOf(_brief.Ilse, text)).Flags);

    [Fact]
    public async Task reasons_never_repeat_insults_or_personal_data()
    {
        var check = await _stage.SafetyOf(_brief.Ilse, "Write to jo@example.com, you moron.");
        Assert.Equal(["harassment", "personal_data"], check.Flags);
        Assert.Equal("harassment; personal_data", check.Reason);
        Assert.Equal(0, check.Score);
    }
}
