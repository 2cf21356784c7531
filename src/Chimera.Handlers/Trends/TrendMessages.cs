using Chimera.Domain.Trends;

namespace Chimera.Handlers.Trends;

/// <summary>Takes what was read from the feed of trends.</summary>
/// <param name="Campaigns">Those that run, as the tables have them; their streams decide.</param>
public sealed record TakeTrends(IReadOnlyList<TrendSeen> Seen, IReadOnlyList<Guid> Campaigns);

/// <summary>An analysis of trends was accepted: adds to its campaign what follows from it, and only then is the analysis itself over and settled.</summary>
public sealed record FollowTrend(Guid CampaignId, Guid TaskId);
