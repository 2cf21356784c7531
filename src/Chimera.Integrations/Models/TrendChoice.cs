using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Models;

/// <summary>What both trend analysts do with trends.</summary>
internal static class TrendChoice
{
    /// <summary>The topics that were asked for, the most relevant first; a dry run calls nobody, and finds none.</summary>
    public static async Task<TrendingTopic[]> Read(ITrendSource source, TaskOrder order, AnalyzeTrendInput input, CancellationToken cancellation) =>
        order.Task.DryRun ? [] : Relevant(input.Trends ?? await source.Read(input.ResourceUri, cancellation), input);

    private static TrendingTopic[] Relevant(IReadOnlyList<TrendingTopic> topics, AnalyzeTrendInput input) =>
        [.. topics.Where(topic => topic.RelevanceScore >= input.MinRelevance &&
            (input.Categories is not { Count: > 0 } wanted || wanted.Contains(topic.Category, StringComparer.OrdinalIgnoreCase)))
            .OrderByDescending(topic => topic.RelevanceScore).ThenBy(topic => topic.Topic, StringComparer.Ordinal)];

    public static AnalyzedTrend Described(TrendingTopic topic, double fit, string angle) =>
        new(topic.Topic, topic.Category, topic.RelevanceScore, topic.Sources, topic.Sentiment, fit, angle);
}
