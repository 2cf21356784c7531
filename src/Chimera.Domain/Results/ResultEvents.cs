using System.Text.Json;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Results;

/// <summary>What can happen to the result of an attempt. Stored forever: add, never rename or remove.</summary>
public abstract record ResultEvent;
public sealed record ResultSubmitted(
    Guid ResultId, Guid TaskId, Guid WorkerId, TaskType TaskType, int Attempt, ResultStatus Status, JsonElement? OutputData,
    ResultMetadata Metadata, TaskError? ErrorDetails, string TraceId, DateTimeOffset SubmittedAt) : ResultEvent;

/// <param name="ApprovedBy"><c>judge</c>, <c>cfo_judge</c> or <c>human</c>.</param>
/// <param name="ContentSha256">SHA-256 in hex of exactly what was approved; an effect sends nothing else.</param>
public sealed record ResultApproved(string ApprovedBy, string? Reviewer, string ContentSha256, Judgement? Judgement, DateTimeOffset At) : ResultEvent;
public sealed record ResultRejected(string RejectedBy, string? Reviewer, string Reason, Judgement? Judgement, DateTimeOffset At) : ResultEvent;
public sealed record ResultEscalated(Guid HitlId, string Reason, Judgement? Judgement, DateTimeOffset At) : ResultEvent;
public sealed record ResultReplaced(Guid ByResultId, string Reviewer, DateTimeOffset At) : ResultEvent;
public sealed record EffectRequested(string IdempotencyKey, string ContentSha256, DateTimeOffset At) : ResultEvent;

/// <summary>The platform wants to be asked later and nothing was sent: the request is taken back.</summary>
public sealed record EffectDeferred(TaskError Error, DateTimeOffset At) : ResultEvent;
public sealed record EffectSucceeded(JsonElement OutputData, bool Reconciled, DateTimeOffset At) : ResultEvent;
public sealed record EffectFailed(TaskError Error, DateTimeOffset At) : ResultEvent;
public sealed record EffectOutcomeUnknown(TaskError Error, DateTimeOffset At) : ResultEvent;
