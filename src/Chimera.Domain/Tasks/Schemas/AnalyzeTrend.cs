using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

public enum Sentiment { Positive, Neutral, Negative }

/// <summary>Where a trend was seen.</summary>
public sealed record TrendSource(string Url, string Title, DateTimeOffset PublishedAt);

/// <summary>Look for trends that suit an agent .</summary>
/// <param name="MinRelevance">0 to 1.</param>
public sealed record AnalyzeTrendInput(
    string ResourceUri = "news://trending", IReadOnlyList<string>? Categories = null, double MinRelevance = 0.5, int Limit = 5) : TaskInput
{
    public override void Validate()
    {
        RequireText(ResourceUri, 500, "analyze-trend.resource", "/resource_uri");
        Require(MinRelevance is >= 0 and <= 1, "analyze-trend.min-relevance", "The relevance is between 0 and 1.", "/min_relevance");
        Require(Limit is >= 1 and <= 100, "analyze-trend.limit", "The limit is 1 to 100.", "/limit");
    }
}

/// <summary>A trending topic (specification 2.4) with how well it fits the agent.</summary>
public sealed record Trend(
    string Topic, string Category, double RelevanceScore, IReadOnlyList<TrendSource> Sources, Sentiment Sentiment, double FitScore,
    string SuggestedAngle);

/// <summary>The trends that suit the agent, best first.</summary>
public sealed record AnalyzeTrendOutput(IReadOnlyList<Trend> Trends) : TaskOutput
{
    public override void Validate() =>
        Require(Trends.All(trend => trend is { RelevanceScore: >= 0 and <= 1, FitScore: >= 0 and <= 1 }), "analyze-trend.scores", "Scores are between 0 and 1.", "/trends");
}
