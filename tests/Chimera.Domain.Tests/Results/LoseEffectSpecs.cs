using Chimera.Domain.Results;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class LoseEffectSpecs
{
    [Fact]
    public void an_answer_that_never_came_is_recorded() => Given(ResultStage.Committing).When(Lose).Then(new EffectOutcomeUnknown(Lost, Now));

    [Fact]
    public void losing_twice_changes_nothing() => Given(ResultStage.OutcomeUnknown).When(Lose).ThenNothing();

    [Theory]
    [InlineData(ResultStage.Submitted), InlineData(ResultStage.Escalated), InlineData(ResultStage.Approved), InlineData(ResultStage.Rejected)]
    [InlineData(ResultStage.Replaced), InlineData(ResultStage.Committed), InlineData(ResultStage.CommitFailed)]
    public void what_was_not_sent_cannot_be_lost(ResultStage stage) => Given(stage).When(Lose).ThenBreaks("result.stage");

    private static ResultEvent[] Lose(TaskResult result) => ResultDecider.Decide(new LoseEffect(ResultId, Lost), result, Now);
}
