using Chimera.Domain.Results;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class EscalateResultSpecs
{
    [Theory, InlineData(ResultStage.Submitted), InlineData(ResultStage.Committing), InlineData(ResultStage.OutcomeUnknown)]
    public void what_no_judge_can_decide_goes_to_a_human(ResultStage stage) =>
        Given(stage).When(Escalate).Then(new ResultEscalated(HitlId, "low confidence", Approval, Now));

    [Fact]
    public void escalating_twice_changes_nothing() => Given(ResultStage.Escalated).When(Escalate).ThenNothing();

    [Theory]
    [InlineData(ResultStage.Approved), InlineData(ResultStage.Rejected), InlineData(ResultStage.Replaced), InlineData(ResultStage.Committed)]
    [InlineData(ResultStage.CommitFailed)]
    public void what_is_decided_is_not_escalated(ResultStage stage) => Given(stage).When(Escalate).ThenBreaks("result.stage");

    private static ResultEvent[] Escalate(TaskResult result) =>
        ResultDecider.Decide(new EscalateResult(ResultId, HitlId, "low confidence", Approval), result, Now);
}
