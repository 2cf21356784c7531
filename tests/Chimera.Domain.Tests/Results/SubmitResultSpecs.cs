using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class SubmitResultSpecs
{
    [Fact]
    public void a_result_is_recorded_as_it_was_submitted() => When(Submit).Then(Submitted with { SubmittedAt = Now });

    [Fact]
    public void a_worker_may_ask_for_a_review() =>
        When(Submit with { Status = ResultStatus.NeedsReview }).Then(Submitted with { Status = ResultStatus.NeedsReview, SubmittedAt = Now });

    [Fact]
    public void a_failure_says_why_and_may_have_no_output() =>
        When(Submit with { Status = ResultStatus.Failure, OutputData = null, ErrorDetails = Refused }).Then(FailedAttempt with { SubmittedAt = Now });

    [Fact]
    public void a_failure_without_a_reason_is_refused() =>
        When(Submit with { Status = ResultStatus.Failure, OutputData = null }).ThenBreaks("result.error", "/error_details");

    [Theory, InlineData(ResultStatus.Success), InlineData(ResultStatus.NeedsReview)]
    public void anything_but_a_failure_has_an_output(ResultStatus status) =>
        When(Submit with { Status = status, OutputData = null }).ThenBreaks("result.output", "/output_data");

    [Fact]
    public void an_output_must_fit_the_type_of_the_task() =>
        When(Submit with { TaskType = TaskType.GenerateImage }).ThenBreaks("result.output", "/output_data/platform");

    [Fact]
    public void the_limits_of_the_output_hold() =>
        When(Submit with { OutputData = Json("""{"platform":"twitter","text":"","media_urls":[],"media_types":[]}""") })
            .ThenBreaks("post-content.empty", "/output_data/text");

    [Fact]
    public void work_with_an_effect_is_submitted_before_it_is_done() =>
        When(Submit with { OutputData = Published }).ThenBreaks("result.output", "/output_data/post_id");

    [Theory, InlineData(0), InlineData(1)]
    public void a_confidence_is_between_0_and_1(double confidence) =>
        When(Submit with { Metadata = Metadata with { ConfidenceScore = confidence } })
            .Then(Submitted with { Metadata = Metadata with { ConfidenceScore = confidence }, SubmittedAt = Now });

    [Theory, InlineData(-0.01), InlineData(1.01), InlineData(double.NaN)]
    public void another_confidence_is_refused(double confidence) =>
        When(Submit with { Metadata = Metadata with { ConfidenceScore = confidence } }).ThenBreaks("result.confidence", "/metadata/confidence_score");

    [Fact]
    public void a_cost_is_never_negative()
    {
        When(Submit with { Metadata = Metadata with { CostUsd = -0.000001m } }).ThenBreaks("result.cost", "/metadata/cost_usd");
        When(Submit with { Metadata = Metadata with { CostUsd = 0 } }).Then(Submitted with { Metadata = Metadata with { CostUsd = 0 }, SubmittedAt = Now });
    }

    private static Spec<TaskResult, ResultEvent> When(SubmitResult command) => Given().When(() => ResultDecider.Decide(command, Now));
}
