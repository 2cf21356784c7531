using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.McpServers.News;

/// <summary>Makes topics of news: items whose titles share words are about one thing. What many feeds tell, and tell now, is relevant.</summary>
internal static partial class TopicFinder
{
    private const int Shown = 20, MostSources = 5, SharedWords = 2;
    private const double SharedPart = 0.5, HalfLifeHours = 12;
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(48), Ahead = TimeSpan.FromHours(1);

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        ["the", "and", "for", "with", "from", "that", "this", "are", "was", "were", "has", "have", "had", "will", "its", "his", "her", "their", "your", "our",
         "after", "over", "into", "about", "how", "why", "what", "who", "when", "where", "new", "says", "say", "said", "more", "than", "but", "not", "out", "can",
         "could", "may", "you", "all", "one", "two"]);

    public static IReadOnlyList<TrendingTopic> Find(IEnumerable<FeedItem> items, DateTimeOffset now)
    {
        var topics = new List<Cluster>();
        var fresh = items.Where(item => now - item.PublishedAt < Oldest && item.PublishedAt - now < Ahead);
        foreach (var item in fresh.OrderByDescending(item => item.PublishedAt).ThenBy(item => item.Url, StringComparer.Ordinal))
        {
            var words = WordsOf(item.Title);
            if (topics.FirstOrDefault(topic => topic.IsAbout(words)) is { } known) known.Items.Add(item);
            else topics.Add(new(words, [item]));
        }
        var trends = topics.Select(topic => topic.ToTrend(now));
        return [.. trends.OrderByDescending(trend => trend.RelevanceScore).ThenBy(trend => trend.Topic, StringComparer.Ordinal).Take(Shown)];
    }

    private static HashSet<string> WordsOf(string title) =>
    [
        .. Word().Matches(title.ToLowerInvariant()).Select(match => match.Value).Where(word => word.Length > 2 && !Empty.Contains(word))
            .Select(word => word.Length > 4 ? word.TrimEnd('s') : word)
    ];

    /// <summary>A topic on its way: the words of its newest title, and all that is told of it.</summary>
    private sealed record Cluster(HashSet<string> Words, List<FeedItem> Items)
    {
        public bool IsAbout(HashSet<string> words)
        {
            var shared = words.Count(Words.Contains);
            return shared >= Math.Min(SharedWords, Math.Max(1, Math.Min(words.Count, Words.Count))) && shared >= SharedPart * Math.Min(words.Count, Words.Count);
        }

        public TrendingTopic ToTrend(DateTimeOffset now)
        {
            var newest = Items[0];
            var category = Items.CountBy(item => item.Feed.Category).MaxBy(count => count.Value).Key;
            var sources = Items.DistinctBy(item => item.Url).Take(MostSources).Select(item => new TrendSource(item.Url, item.Title, item.PublishedAt));
            return new(newest.Title, category, Relevance(now), [.. sources], Valence.Of(string.Join(". ", Items.Select(item => $"{item.Title}. {item.Summary}"))));
        }

        /// <summary>A half for one feed, three quarters for two, and so on; it loses up to three fifths with age.</summary>
        private double Relevance(DateTimeOffset now)
        {
            var breadth = 1 - Math.Pow(0.5, Items.DistinctBy(item => item.Feed.Url).Count());
            var freshness = Math.Pow(0.5, Math.Max(0, (now - Items[0].PublishedAt).TotalHours) / HalfLifeHours);
            return Math.Round(breadth * (0.4 + 0.6 * freshness), 2);
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
