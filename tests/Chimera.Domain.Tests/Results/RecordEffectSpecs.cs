using System.Text.Json;
using Chimera.Domain.Results;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class RecordEffectSpecs
{
    [Theory, InlineData(false), InlineData(true)]
    public void what_the_platform_answers_is_recorded(bool reconciled) =>
        Given(ResultStage.Committing).When(result => Record(Published, reconciled, result)).Then(new EffectSucceeded(Published, reconciled, Now));

    [Fact]
    public void recording_twice_changes_nothing() => Given(ResultStage.Committed).When(result => Record(Published, false, result)).ThenNothing();

    [Fact]
    public void an_answer_must_fit_the_type_of_the_task() =>
        Given(ResultStage.Committing).When(result => Record(Post, false, result)).ThenBreaks("result.output", "/output_data/platform");

    [Fact]
    public void the_limits_of_the_answer_hold() =>
        Given(ResultStage.Committing)
            .When(result => Record(Json("""{"post_id":"","post_url":"https://x.example/1","posted_at":"2026-01-01T12:00:00Z"}"""), false, result))
            .ThenBreaks("post-content.post-id", "/output_data/post_id");

    [Theory]
    [InlineData(ResultStage.Submitted), InlineData(ResultStage.Escalated), InlineData(ResultStage.Approved), InlineData(ResultStage.Rejected)]
    [InlineData(ResultStage.Replaced), InlineData(ResultStage.CommitFailed), InlineData(ResultStage.OutcomeUnknown)]
    public void what_was_not_sent_has_no_answer(ResultStage stage) => Given(stage).When(result => Record(Published, false, result)).ThenBreaks("result.stage");

    private static ResultEvent[] Record(JsonElement output, bool reconciled, TaskResult result) =>
        ResultDecider.Decide(new RecordEffect(ResultId, output, reconciled), result, Now);
}
