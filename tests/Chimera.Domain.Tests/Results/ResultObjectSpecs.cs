using System.Text.Json;
using Chimera.Domain.Results;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

/// <summary>The Result Object of specification 2.1, field by field.</summary>
public sealed class ResultObjectSpecs
{
    private const string Result =
        """
        {
          "result_id": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b10",
          "task_id": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b11",
          "worker_id": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b12",
          "task_type": "generate_post",
          "attempt": 0,
          "status": "needs_review",
          "output_data": { "text_content": "Hi" },
          "metadata": { "execution_time_ms": 1200, "cost_usd": 0.02, "confidence_score": 0.9, "model_used": "gemini-3-pro", "tokens_consumed": 350 },
          "error_details": { "error_type": "RATE_LIMIT", "error_message": "429", "stack_trace": "at X" },
          "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
          "submitted_at": "2026-02-05T12:00:00+00:00"
        }
        """;

    [Fact]
    public void the_result_is_what_a_worker_submits() => JsonSpec.Of<ResultSubmitted>(Result).ThenRoundTrips();

    [Theory]
    [InlineData("S2.1-30", "/result_id", "\"0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b10\"")]
    [InlineData("S2.1-31", "/task_id", "\"0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b11\"")]
    [InlineData("S2.1-32", "/worker_id", "\"0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b12\"")]
    [InlineData("S2.1-33", "/status", "\"needs_review\"")]
    [InlineData("S2.1-34", "/output_data", """{"text_content":"Hi"}""")]
    [InlineData("S2.1-35", "/metadata/execution_time_ms", "1200")]
    [InlineData("S2.1-36", "/metadata/cost_usd", "0.02")]
    [InlineData("S2.1-37", "/metadata/confidence_score", "0.9")]
    [InlineData("S2.1-38", "/metadata/model_used", "\"gemini-3-pro\"")]
    [InlineData("S2.1-39", "/metadata/tokens_consumed", "350")]
    [InlineData("S2.1-40", "/error_details/error_type", "\"RATE_LIMIT\"")]
    [InlineData("S2.1-40", "/error_details/error_message", "\"429\"")]
    [InlineData("S2.1-40", "/error_details/stack_trace", "\"at X\"")]
    [InlineData("S2.1-42", "/trace_id", "\"4bf92f3577b34da6a3ce929d0e0e4736\"")]
    public void every_field_has_its_published_name(string requirement, string pointer, string value) =>
        JsonSpec.Of<ResultSubmitted>(Result).ThenWrites(requirement, pointer, value);

    /// <summary>S2.1-41.</summary>
    [Fact]
    public void a_result_knows_when_it_was_created() =>
        Given(Submitted)
            .ThenState(result => Assert.True(JsonElement.DeepEquals(Json("\"2026-01-01T12:00:00+00:00\""),
                ChimeraJson.Write(result).GetProperty("created_at"))));

    [Fact]
    public void the_status_is_success_failure_or_needs_review() =>
        Assert.Equal(["success", "failure", "needs_review"], Enum.GetValues<ResultStatus>().Select(ChimeraJson.NameOf));

    [Theory, InlineData("\"ok\""), InlineData("0"), InlineData("\"success,failure\""), InlineData("null")]
    public void another_status_is_refused(string status) => JsonSpec.Of<ResultSubmitted>(Result).With("/status", status).ThenBreaks("json.misfit", "/status");

    [Theory, InlineData("/metadata/tokens_consumed"), InlineData("/error_details/stack_trace")]
    public void what_is_optional_may_be_absent(string pointer) => JsonSpec.Of<ResultSubmitted>(Result).Without(pointer).ThenRoundTrips();

    [Theory]
    [InlineData("/metadata/execution_time_ms"), InlineData("/metadata/cost_usd"), InlineData("/metadata/confidence_score"), InlineData("/metadata/model_used")]
    public void the_rest_of_the_metadata_is_needed(string pointer) =>
        JsonSpec.Of<ResultSubmitted>(Result).Without(pointer).ThenBreaks("json.misfit", "/metadata");
}
