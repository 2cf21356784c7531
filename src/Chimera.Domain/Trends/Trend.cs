using System.Collections.Immutable;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Trends;

/// <summary>Something that people talk about, and for which campaigns that was decided on.</summary>
/// <param name="Campaigns">Those that took it up or passed it over: each decides once.</param>
public sealed record Trend(Guid Id, string Feed, TrendingTopic Topic, DateTimeOffset SeenAt, ImmutableHashSet<Guid> Campaigns)
{
    /// <summary>What is still talked about after so long is news again.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    private static readonly Guid Scope = new("e3f7a5b8-37c4-5d06-8a53-0d9a1c64b1f2");

    public static Guid IdOf(string feed, string topic) => DerivedId.Of(Scope, $"{feed}/{string.Join(' ', topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant()}");

    public bool IsForgotten(DateTimeOffset now) => now - SeenAt >= Memory;

    public static Trend? Evolve(Trend? trend, TrendEvent @event) => @event switch
    {
        TrendSeen e => new(e.TrendId, e.Feed, e.Topic, e.At, []),
        TrendTaken e => trend! with { Campaigns = trend.Campaigns.Add(e.CampaignId) },
        TrendPassedOver e => trend! with { Campaigns = trend.Campaigns.Union(e.CampaignIds) },
        _ => trend
    };
}
