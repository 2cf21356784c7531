using Chimera.Domain.Results;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class ApproveResultSpecs
{
    [Fact]
    public void a_judge_approves_exactly_what_was_submitted() =>
        Given(Submitted).When(Approve).Then(new ResultApproved("judge", null, Sha256, Approval, Now));

    [Fact]
    public void a_human_approves_what_was_escalated() =>
        Given(ResultStage.Escalated).When(result => ResultDecider.Decide(new ApproveResult(ResultId, "human", "bob", null), result, Now))
            .Then(new ResultApproved("human", "bob", Sha256, null, Now));

    [Theory, InlineData(ResultStage.Approved), InlineData(ResultStage.Committing), InlineData(ResultStage.Committed)]
    public void approving_twice_changes_nothing(ResultStage stage) => Given(stage).When(Approve).ThenNothing();

    [Theory, InlineData(ResultStage.Rejected), InlineData(ResultStage.Replaced), InlineData(ResultStage.CommitFailed), InlineData(ResultStage.OutcomeUnknown)]
    public void what_was_rejected_replaced_or_tried_is_not_approved(ResultStage stage) => Given(stage).When(Approve).ThenBreaks("result.stage");

    [Fact]
    public void a_result_without_an_output_is_not_approved() => Given(FailedAttempt).When(Approve).ThenBreaks("result.output");

    private static ResultEvent[] Approve(TaskResult result) => ResultDecider.Decide(new ApproveResult(ResultId, "judge", null, Approval), result, Now);
}
