using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.Integration.Tests.Offline;
using Chimera.Integrations.Models.Offline;

namespace Chimera.Integration.Tests.Models;

/// <summary>Trends that suit an agent, chosen by a model or by rule; what is said of them stays the source's word.</summary>
public sealed class TrendTests
{
    private static readonly TrendSource Source = new("https://news.example/1", "Balcony solar panels allowed everywhere", LaunchBrief.Now);

    private static readonly TrendingTopic[] Topics =
    [
        new("Football final", "sports", 0.9, [], Sentiment.Positive), new("Balcony solar", "technology", 0.8, [Source], Sentiment.Positive), new("Old news", "technology", 0.1, [], Sentiment.Neutral)
    ];

    [Fact]
    public async Task a_model_chooses_by_number_and_the_facts_are_the_sources()
    {
        using var stage = new ModelStage { Trends = Topics };
        stage.Stub.Says("""{"trends":[{"number":1,"fit_score":0.9,"suggested_angle":"What it changes for tenants."}],"confidence":0.8}""");

        var product = await stage.Work(TaskType.AnalyzeTrend, new AnalyzeTrendInput());

        var trend = Assert.Single(((AnalyzeTrendOutput)TaskSchemas.ReadOutput(TaskType.AnalyzeTrend, product.Output)).Trends);
        Assert.Equal(("Balcony solar", 0.8, 0.9, "What it changes for tenants."), (trend.Topic, trend.RelevanceScore, trend.FitScore, trend.SuggestedAngle));
        Assert.Equal(Source, Assert.Single(trend.Sources));
        Assert.DoesNotContain("Old news", stage.Stub.Requests[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"trends":[{"number":7,"fit_score":0.9,"suggested_angle":"a"}],"confidence":0.8}""", "analyze-trend.number")]
    [InlineData("""{"trends":[{"number":0,"fit_score":9,"suggested_angle":"a"}],"confidence":0.8}""", "analyze-trend.scores")]
    [InlineData("""{"trends":[{"number":0,"fit_score":0.9,"suggested_angle":"a"},{"number":1,"fit_score":0.9,"suggested_angle":"a"}],"confidence":0.8}""", "analyze-trend.limit")]
    public async Task a_choice_that_cannot_be_is_told(string answer, string rule)
    {
        using var stage = new ModelStage { Trends = Topics };
        stage.Stub.Says(answer).Says("""{"trends":[],"confidence":0.8}""");

        await stage.Work(TaskType.AnalyzeTrend, new AnalyzeTrendInput(Limit: 1));

        Assert.Contains(rule, stage.Stub.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_relevant_trends_no_model_is_asked()
    {
        using var stage = new ModelStage { Trends = Topics };
        var product = await stage.Work(TaskType.AnalyzeTrend, new AnalyzeTrendInput(Categories: ["gardening"]));
        Assert.Equal(0, product.Output.GetProperty("trends").GetArrayLength());
        Assert.Empty(stage.Stub.Requests);
    }

    [Fact]
    public async Task offline_the_trends_that_share_the_personas_words_are_chosen()
    {
        using var trends = new ModelStage { Trends = Topics };
        var analyst = new OfflineTrendAnalyst(new Voices(), new SafetyScanner(), trends);
        var task = OfflineStage.TaskOf(ModelStage.Ilse, TaskType.AnalyzeTrend, new AnalyzeTrendInput());

        var product = await analyst.ExecuteTask(new(task, ModelStage.Ilse, null, new Dictionary<Guid, AcceptedOutput>()), TestContext.Current.CancellationToken);

        var trend = Assert.Single(((AnalyzeTrendOutput)TaskSchemas.ReadOutput(TaskType.AnalyzeTrend, product.Output)).Trends);
        Assert.Equal(("Balcony solar", "offline-trend-analyst"), (trend.Topic, product.ModelUsed));
    }
}
