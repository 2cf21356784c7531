using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Trends;

/// <summary>What happens to a trend; its stream id follows from feed and topic, so that a second sight changes nothing (S2.4-6). Stored forever: add, never rename or remove.</summary>
public abstract record TrendEvent;

/// <param name="Feed">The resource that told of it.</param>
public sealed record TrendSeen(Guid TrendId, string Feed, TrendingTopic Topic, DateTimeOffset At) : TrendEvent;

/// <param name="TaskId">The analysis that was planned.</param>
public sealed record TrendTaken(Guid CampaignId, Guid AgentId, Guid TaskId, string PolicyVersion, DateTimeOffset At) : TrendEvent;

/// <param name="CampaignIds">For which it is nothing.</param>
public sealed record TrendPassedOver(IReadOnlyList<Guid> CampaignIds, string Reason, string PolicyVersion, DateTimeOffset At) : TrendEvent;

/// <summary>An analysis found that it suits its agent.</summary>
/// <param name="PostTaskId">The post that is written on it.</param>
public sealed record TrendPostPlanned(Guid AnalysisTaskId, Guid PostTaskId, string PolicyVersion, DateTimeOffset At) : TrendEvent;

/// <summary>An analysis was accepted, and no post comes of it.</summary>
public sealed record TrendLetGo(Guid AnalysisTaskId, string Reason, string PolicyVersion, DateTimeOffset At) : TrendEvent;
