using System.Text.Json;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Results;

public sealed record SubmitResult(
    Guid ResultId, Guid TaskId, Guid WorkerId, TaskType TaskType, int Attempt, ResultStatus Status, JsonElement? OutputData,
    ResultMetadata Metadata, TaskError? ErrorDetails, string TraceId);
public sealed record ApproveResult(Guid ResultId, string ApprovedBy, string? Reviewer, Judgement? Judgement);
public sealed record RejectResult(Guid ResultId, string RejectedBy, string? Reviewer, string Reason, Judgement? Judgement);
public sealed record EscalateResult(Guid ResultId, Guid HitlId, string Reason, Judgement? Judgement);
public sealed record ReplaceResult(Guid ResultId, Guid ByResultId, string Reviewer);
public sealed record RequestEffect(Guid ResultId);
public sealed record RecordEffect(Guid ResultId, JsonElement OutputData, bool Reconciled);
public sealed record DeferEffect(Guid ResultId, TaskError Error);
public sealed record FailEffect(Guid ResultId, TaskError Error);
public sealed record LoseEffect(Guid ResultId, TaskError Error);
