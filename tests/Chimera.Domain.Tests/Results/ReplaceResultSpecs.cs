using Chimera.Domain.Results;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class ReplaceResultSpecs
{
    [Fact]
    public void a_human_replaces_an_escalated_result_by_a_better_one() =>
        Given(ResultStage.Escalated).When(Replace).Then(new ResultReplaced(Modified, "bob", Now));

    [Fact]
    public void replacing_twice_changes_nothing() => Given(ResultStage.Replaced).When(Replace).ThenNothing();

    [Theory]
    [InlineData(ResultStage.Submitted), InlineData(ResultStage.Approved), InlineData(ResultStage.Rejected), InlineData(ResultStage.Committing)]
    [InlineData(ResultStage.Committed)]
    [InlineData(ResultStage.CommitFailed), InlineData(ResultStage.OutcomeUnknown)]
    public void only_an_escalated_result_is_replaced(ResultStage stage) => Given(stage).When(Replace).ThenBreaks("result.stage");

    private static ResultEvent[] Replace(TaskResult result) => ResultDecider.Decide(new ReplaceResult(ResultId, Modified, "bob"), result, Now);
}
