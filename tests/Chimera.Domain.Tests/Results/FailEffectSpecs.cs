using Chimera.Domain.Results;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class FailEffectSpecs
{
    [Fact]
    public void a_refusal_of_the_platform_is_recorded() => Given(ResultStage.Committing).When(Fail).Then(new EffectFailed(Refused, Now));

    [Fact]
    public void failing_twice_changes_nothing() => Given(ResultStage.CommitFailed).When(Fail).ThenNothing();

    [Theory]
    [InlineData(ResultStage.Submitted), InlineData(ResultStage.Escalated), InlineData(ResultStage.Approved), InlineData(ResultStage.Rejected)]
    [InlineData(ResultStage.Replaced), InlineData(ResultStage.Committed), InlineData(ResultStage.OutcomeUnknown)]
    public void what_was_not_sent_cannot_be_refused(ResultStage stage) => Given(stage).When(Fail).ThenBreaks("result.stage");

    private static ResultEvent[] Fail(TaskResult result) => ResultDecider.Decide(new FailEffect(ResultId, Refused), result, Now);
}
