using Chimera.Domain;
using Chimera.Integrations.Models;

namespace Chimera.Integration.Tests.Models;

/// <summary>What a call costs, to the last decimal.</summary>
public sealed class CostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Post = """{"text_content":"Short.","hashtags":[],"estimated_engagement_score":0.4,"confidence":0.9}""";

    /// <summary>1,234 tokens in and 56 out, at 2 and 12, 2 and 10, 0.15 and 0.6, and nothing.</summary>
    public static TheoryData<string, string, string> Costs => new()
    {
        { "gemini", "0.00314", "2026-11-27" }, { "anthropic", "0.003028", "2026-11-27" }, { "openai", "0.0002187", "test-1" }, { "ollama", "0", "2026-11-27" }
    };

    [Theory, MemberData(nameof(Costs))]
    public async Task a_call_costs_its_tokens_by_the_price_table_whose_version_is_recorded(string provider, string usd, string version)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says(Post);

        var product = await stage.Write();

        Assert.Equal(decimal.Parse(usd, provider: null), product.CostUsd);
        var usage = Assert.Single(stage.Log.Answers).Usage;
        Assert.Equal((1234, 56, product.CostUsd, version), (usage.InputTokens, usage.OutputTokens, usage.CostUsd, usage.PriceVersion));
    }

    [Fact]
    public async Task a_repaired_answer_costs_all_its_tries()
    {
        using var stage = new ModelStage();
        stage.Stub.Says("no").Says("no").Says(Post);

        var product = await stage.Write();

        Assert.Equal((0.00942m, 3870), (product.CostUsd, product.TokensConsumed));
    }

    [Fact]
    public async Task a_check_costs_all_its_tries_whether_it_comes_to_a_judgement_or_not()
    {
        using var stage = new ModelStage();
        stage.Stub.Says("no").Says("""{"score":0.7,"flags":[],"reason":"sounds right"}""");
        Assert.Equal(0.00628m, (await stage.PersonaJudge.CheckPersona(ModelStage.SubjectOf("Good morning."), Stop)).CostUsd);

        using var silent = new ModelStage();
        silent.Stub.Says("no");
        Assert.Equal(0.00942m, (await silent.PersonaJudge.CheckPersona(ModelStage.SubjectOf("Good morning."), Stop)).CostUsd);
        Assert.Equal(0.00942m, (await silent.SafetyJudge.CheckSafety(ModelStage.SubjectOf("Good morning."), Stop)).CostUsd);
    }

    [Fact]
    public void a_price_is_exact_at_any_size()
    {
        var price = new ModelPrice(0.15m, 0.6m);
        Assert.Equal(0.00000015m, price.Of(1, 0));
        Assert.Equal(750_000m, price.Of(1_000_000_000_000, 1_000_000_000_000));
    }

    [Fact]
    public void every_usual_model_has_a_price() =>
        Assert.All([ModelChoice.Gemini, ModelChoice.Anthropic], choice => Assert.True(PriceTable.Load(null).Of(choice).Output > 0));

    [Fact]
    public void a_model_without_a_price_is_refused_before_it_is_asked()
    {
        var refused = Assert.Throws<RuleViolationException>(() => PriceTable.Load(null).Of(new("openai", "unheard-of")));
        Assert.Equal("setting.model-price", refused.Code);
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("""{"version":"1","source":"s","models":{"a/b":{"input":-1,"output":1}}}""", "never negative")]
    [InlineData("""{"version":"1","source":"s","models":{"a/b":{"input":1}}}""", "Required fields")]
    public void a_table_that_makes_no_sense_is_refused(string table, string why)
    {
        var file = Path.Combine(Path.GetTempPath(), $"prices-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, table);
        var refused = Assert.Throws<RuleViolationException>(() => PriceTable.Load(file));
        File.Delete(file);
        Assert.Equal("setting.model-price", refused.Code);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_table_that_is_not_there_is_refused() =>
        Assert.Equal("setting.model-price", Assert.Throws<RuleViolationException>(() => PriceTable.Load("/nowhere/prices.json")).Code);
}
