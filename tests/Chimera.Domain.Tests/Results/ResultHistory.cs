using System.Text.Json;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Tests.Results;

/// <summary>The cast and the past shared by every result spec: a worker prepared a post, a judge and Bob look at it.</summary>
public static class ResultHistory
{
    public static readonly DateTimeOffset Then = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), Now = Then.AddHours(1);
    public static readonly Guid ResultId = Guid.NewGuid(), TaskId = Guid.NewGuid(), Worker = Guid.NewGuid(), HitlId = Guid.NewGuid(), Modified = Guid.NewGuid();
    public static readonly JsonElement Post = Json("""{"platform":"twitter","text":"Good morning.","media_urls":[],"media_types":[]}""");
    public static readonly JsonElement Published = Json("""{"post_id":"1","post_url":"https://x.example/1","posted_at":"2026-01-01T12:00:00+00:00"}""");
    public static readonly ResultMetadata Metadata = new(ExecutionTimeMs: 1200, CostUsd: 0.02m, ConfidenceScore: 0.9, "gemini-3-pro", TokensConsumed: 350);
    public static readonly TaskError Lost = new("OUTCOME_UNKNOWN", "no answer"), Refused = new("AUTH_FAILED", "401"), Later = new("RATE_LIMIT", "429");
    public static readonly Judgement Approval = new(Decision.Approve, "all checks pass", "1", 0.9, [new("safety", 1, [], "clean", "claude")]);
    public static readonly string Sha256 = TaskResult.Sha256Of(Post);

    public static readonly SubmitResult Submit = new(ResultId, TaskId, Worker, TaskType.PostContent, 0, ResultStatus.Success, Post, Metadata, null, "trace-1");

    public static readonly ResultSubmitted Submitted = new(
        ResultId, TaskId, Worker, TaskType.PostContent, Attempt: 0, ResultStatus.Success, Post, Metadata, ErrorDetails: null, "trace-1", Then);
    public static readonly ResultSubmitted Written = Submitted with
    {
        TaskType = TaskType.GeneratePost,
        OutputData = Json("""{"text_content":"Hi","hashtags":[],"estimated_engagement_score":0.5,"safety_check":{"passed":true,"flags":[]}}""")
    };
    public static readonly ResultSubmitted FailedAttempt = Submitted with { Status = ResultStatus.Failure, OutputData = null, ErrorDetails = Refused };
    public static readonly ResultApproved Approved = new("judge", Reviewer: null, Sha256, Approval, Then);
    public static readonly ResultRejected Rejected = new("judge", null, "off-brand", null, Then);
    public static readonly ResultEscalated Escalated = new(HitlId, "low confidence", null, Then);
    public static readonly ResultReplaced Replaced = new(Modified, "bob", Then);
    public static readonly EffectRequested Requested = new(ResultId.ToString(), Sha256, Then);
    public static readonly EffectDeferred Deferred = new(Later, Then);
    public static readonly EffectSucceeded Succeeded = new(Published, Reconciled: false, Then);
    public static readonly EffectFailed Failed = new(Refused, Then);
    public static readonly EffectOutcomeUnknown Unknown = new(Lost, Then);

    /// <summary>A past for every stage.</summary>
    public static readonly Dictionary<ResultStage, ResultEvent[]> PastOf = new()
    {
        [ResultStage.Submitted] = [Submitted], [ResultStage.Escalated] = [Submitted, Escalated], [ResultStage.Approved] = [Submitted, Approved],
        [ResultStage.Rejected] = [Submitted, Rejected], [ResultStage.Replaced] = [Submitted, Escalated, Replaced],
        [ResultStage.Committing] = [Submitted, Approved, Requested], [ResultStage.Committed] = [Submitted, Approved, Requested, Succeeded],
        [ResultStage.CommitFailed] = [Submitted, Approved, Requested, Failed], [ResultStage.OutcomeUnknown] = [Submitted, Approved, Requested, Unknown]
    };

    public static Spec<TaskResult, ResultEvent> Given(params ResultEvent[] history) => new Spec<TaskResult, ResultEvent>(TaskResult.Evolve).Given(history);

    public static Spec<TaskResult, ResultEvent> Given(ResultStage stage) => Given(PastOf[stage]);

    public static JsonElement Json(string json) => JsonSpec.Json(json);
}
