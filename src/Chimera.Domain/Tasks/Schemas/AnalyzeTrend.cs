using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

public enum Sentiment { Positive, Neutral, Negative }

/// <summary>Where a trend was seen.</summary>
public sealed record TrendSource(string Url, string Title, DateTimeOffset PublishedAt);

/// <summary>A trending topic as the news resource tells it (specification 2.4).</summary>
/// <param name="RelevanceScore">0 to 1.</param>
public sealed record TrendingTopic(string Topic, string Category, double RelevanceScore, IReadOnlyList<TrendSource> Sources, Sentiment Sentiment)
{
    public const int MaxTopicLength = 500;

    public void Validate(string at)
    {
        RequireText(Topic, MaxTopicLength, "trend.topic", at + "/topic");
        Require(RelevanceScore is >= 0 and <= 1, "trend.relevance", "The relevance is between 0 and 1.", at + "/relevance_score");
        Require(Sources.All(source => source is not null), "trend.sources", "A source is missing.", at + "/sources"); // the serializer takes null inside lists
    }
}

/// <summary>Look for trends that suit an agent. <c>trends</c> extends the specification.</summary>
/// <param name="MinRelevance">0 to 1.</param>
/// <param name="Trends">What to choose from; the resource is read where it is absent.</param>
public sealed record AnalyzeTrendInput(
    string ResourceUri = AnalyzeTrendInput.Trending, IReadOnlyList<string>? Categories = null, double MinRelevance = 0.5, int Limit = 5,
    IReadOnlyList<TrendingTopic>? Trends = null) : TaskInput
{
    public const string Trending = "news://trending";

    public override void Validate()
    {
        Require(Trends?.All(trend => trend is not null) != false, "analyze-trend.trends", "A trend is missing.", "/trends");
        for (var i = 0; i < (Trends?.Count ?? 0); i++) Trends![i].Validate($"/trends/{i}");
        RequireText(ResourceUri, 500, "analyze-trend.resource", "/resource_uri");
        Require(MinRelevance is >= 0 and <= 1, "analyze-trend.min-relevance", "The relevance is between 0 and 1.", "/min_relevance");
        Require(Limit is >= 1 and <= 100, "analyze-trend.limit", "The limit is 1 to 100.", "/limit");
    }
}

/// <summary>A trending topic (specification 2.4) with how well it fits the agent.</summary>
public sealed record AnalyzedTrend(
    string Topic, string Category, double RelevanceScore, IReadOnlyList<TrendSource> Sources, Sentiment Sentiment, double FitScore,
    string SuggestedAngle)
{
    /// <summary>The topic as its source told it.</summary>
    public TrendingTopic Told() => new(Topic, Category, RelevanceScore, Sources, Sentiment);
}

/// <summary>The trends that suit the agent, best first.</summary>
public sealed record AnalyzeTrendOutput(IReadOnlyList<AnalyzedTrend> Trends) : TaskOutput
{
    /// <summary>What is accepted here is what a post is written on: each trend must be one.</summary>
    public override void Validate()
    {
        Require(Trends.All(trend => trend is { RelevanceScore: >= 0 and <= 1, FitScore: >= 0 and <= 1 }), "analyze-trend.scores", "Scores are between 0 and 1.", "/trends");
        for (var i = 0; i < Trends.Count; i++) Trends[i].Told().Validate($"/trends/{i}");
    }
}
