using Chimera.Domain.Results;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class RejectResultSpecs
{
    [Theory, InlineData(ResultStage.Submitted), InlineData(ResultStage.Escalated)]
    public void a_result_in_review_can_be_rejected(ResultStage stage) =>
        Given(stage).When(Reject).Then(new ResultRejected("human", "bob", "off-brand", null, Now));

    [Fact]
    public void rejecting_twice_changes_nothing() => Given(ResultStage.Rejected).When(Reject).ThenNothing();

    [Theory]
    [InlineData(ResultStage.Approved), InlineData(ResultStage.Replaced), InlineData(ResultStage.Committing), InlineData(ResultStage.Committed)]
    [InlineData(ResultStage.CommitFailed), InlineData(ResultStage.OutcomeUnknown)]
    public void what_is_decided_is_not_rejected(ResultStage stage) => Given(stage).When(Reject).ThenBreaks("result.stage");

    private static ResultEvent[] Reject(TaskResult result) => ResultDecider.Decide(new RejectResult(ResultId, "human", "bob", "off-brand", null), result, Now);
}
