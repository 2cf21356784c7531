using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class RequestEffectSpecs
{
    [Fact]
    public void an_approved_post_is_sent_under_the_id_of_its_result() =>
        Given(ResultStage.Approved).When(Request).Then(new EffectRequested(ResultId.ToString(), Sha256, Now));

    [Fact]
    public void the_same_approval_never_acts_twice() => Given(ResultStage.Committed).When(Request).ThenNothing();

    [Fact]
    public void a_second_request_for_the_same_effect_is_on_record_so_that_the_first_can_no_longer_say_what_came_of_it() =>
        Given(ResultStage.Committing).When(Request).Then(new EffectRequested(ResultId.ToString(), Sha256, Now));

    [Theory]
    [InlineData(ResultStage.Submitted), InlineData(ResultStage.Escalated), InlineData(ResultStage.Rejected), InlineData(ResultStage.Replaced)]
    [InlineData(ResultStage.CommitFailed), InlineData(ResultStage.OutcomeUnknown)]
    public void nothing_is_sent_without_an_approval(ResultStage stage) => Given(stage).When(Request).ThenBreaks("result.stage");

    [Fact]
    public void work_without_an_effect_is_not_sent() =>
        Given(Written, Approved with { ContentSha256 = TaskResult.Sha256Of(Written.OutputData!.Value) }).When(Request).ThenBreaks("result.no-effect");

    [Fact]
    public void nothing_else_is_sent_than_what_was_approved() =>
        Given(Submitted, Approved with { ContentSha256 = TaskResult.Sha256Of(Published) }).When(Request).ThenBreaks("result.approval");

    [Theory, InlineData(TaskType.PostContent), InlineData(TaskType.ReplyComment), InlineData(TaskType.ExecuteTransaction)]
    public void every_work_with_an_effect_can_be_sent(TaskType type) =>
        Given(Submitted with { TaskType = type }, Approved).When(Request).Then(new EffectRequested(ResultId.ToString(), Sha256, Now));

    private static ResultEvent[] Request(TaskResult result) => ResultDecider.Decide(new RequestEffect(ResultId), result, Now);
}
