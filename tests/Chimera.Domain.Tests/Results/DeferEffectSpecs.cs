using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class DeferEffectSpecs
{
    [Theory]
    [InlineData("RATE_LIMIT"), InlineData("RATE_LIMIT_EXCEEDED")]
    public void a_request_that_came_too_soon_is_taken_back(string code) =>
        Given(ResultStage.Committing).When(result => Defer(result, Later with { ErrorType = code })).Then(new EffectDeferred(Later with { ErrorType = code }, Now));

    [Fact]
    public void what_was_taken_back_is_approved_as_before_and_says_why_it_waits() => Given(Submitted, Approved, Requested, Deferred).ThenState(result =>
    {
        Assert.Equal((ResultStage.Approved, null, Later, Sha256), (result.Stage, result.IdempotencyKey, result.ErrorDetails, result.ContentSha256));
        Assert.Equal(1, result.EffectRequests);
    });

    [Fact]
    public void it_can_be_requested_again_and_succeed() => Given(Submitted, Approved, Requested, Deferred, Requested, Succeeded).ThenState(result =>
    {
        Assert.Equal((ResultStage.Committed, ResultId.ToString(), 2), (result.Stage, result.IdempotencyKey, result.EffectRequests));
        Assert.Null(result.ErrorDetails);
    });

    [Fact]
    public void taking_back_twice_changes_nothing() => Given(Submitted, Approved, Requested, Deferred).When(result => Defer(result, Later)).ThenNothing();

    [Theory]
    [InlineData("TIMEOUT"), InlineData("RPC_UNAVAILABLE"), InlineData("WORKER_ERROR"), InlineData("AUTH_FAILED")]
    public void only_a_rate_limit_says_that_nothing_was_sent(string code) =>
        Given(ResultStage.Committing).When(result => Defer(result, new TaskError(code, "?"))).ThenBreaks("result.deferral");

    [Theory]
    [InlineData(ResultStage.Submitted), InlineData(ResultStage.Escalated), InlineData(ResultStage.Rejected), InlineData(ResultStage.Replaced)]
    [InlineData(ResultStage.Committed), InlineData(ResultStage.CommitFailed), InlineData(ResultStage.OutcomeUnknown)]
    public void what_was_not_requested_is_not_taken_back(ResultStage stage) => Given(stage).When(result => Defer(result, Later)).ThenBreaks("result.stage");

    private static ResultEvent[] Defer(TaskResult result, TaskError error) => ResultDecider.Decide(new DeferEffect(ResultId, error), result, Now);
}
