using System.Text.Json;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Tasks.TaskHistory;

namespace Chimera.Domain.Tests.Tasks;

/// <summary>The Task Object of specification 2.1, field by field.</summary>
public sealed class TaskObjectSpecs
{
    private const string Task =
        """
        {
          "task_id": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b10",
          "agent_id": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b11",
          "campaign_id": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b12",
          "type": "generate_post",
          "priority": 10,
          "input_data": { "topic": "espresso", "platform": "twitter" },
          "dependencies": ["0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b13"],
          "dependents": [],
          "max_retries": 2,
          "timeout_seconds": 60,
          "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
          "reserved_usd": 0.5,
          "dry_run": false,
          "scheduled_for": "2026-02-06T09:00:00+00:00",
          "planned_at": "2026-02-05T12:00:00+00:00"
        }
        """;

    [Fact]
    public void the_task_is_what_planning_records() => JsonSpec.Of<TaskPlanned>(Task).ThenRoundTrips();

    [Theory]
    [InlineData("S2.1-16", "/task_id", "\"0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b10\"")]
    [InlineData("S2.1-17", "/agent_id", "\"0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b11\"")]
    [InlineData("S2.1-18", "/campaign_id", "\"0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b12\"")]
    [InlineData("S2.1-19", "/type", "\"generate_post\"")]
    [InlineData("S2.1-20", "/priority", "10")]
    [InlineData("S2.1-22", "/input_data", """{"topic":"espresso","platform":"twitter"}""")]
    [InlineData("S2.1-23", "/dependencies", "[\"0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b13\"]")]
    [InlineData("S2.1-27", "/max_retries", "2")]
    [InlineData("S2.1-28", "/timeout_seconds", "60")]
    [InlineData("S2.1-29", "/trace_id", "\"4bf92f3577b34da6a3ce929d0e0e4736\"")]
    public void every_field_has_its_published_name(string requirement, string pointer, string value) =>
        JsonSpec.Of<TaskPlanned>(Task).ThenWrites(requirement, pointer, value);

    [Theory]
    [InlineData("S2.1-21", "status", "\"completed\"")]
    [InlineData("S2.1-25", "created_at", "\"2026-01-01T12:00:00+00:00\"")]
    [InlineData("S2.1-25", "started_at", "\"2026-01-01T12:00:00+00:00\"")]
    [InlineData("S2.1-25", "completed_at", "\"2026-01-01T12:00:00+00:00\"")]
    [InlineData("S2.1-26", "retry_count", "1")]
    public void the_task_itself_knows_its_course(string requirement, string field, string value) =>
        Given(Planned, Started, RetryScheduled, StartedAgain, Completed).ThenState(task =>
            Assert.True(JsonElement.DeepEquals(Json(value), ChimeraJson.Write(task).GetProperty(field)), requirement));

    /// <summary>S2.1-24: the table publishes it as <c>assigned_worker_id</c>.</summary>
    [Fact]
    public void a_worker_is_assigned_with_the_start()
    {
        Given(Planned).ThenState(task => Assert.Null(task.WorkerId));
        Given(Planned, Started).ThenState(task => Assert.Equal(Worker, task.WorkerId));
    }

    [Fact]
    public void what_is_optional_may_be_absent() => JsonSpec.Of<TaskPlanned>(Task).With("/campaign_id", "null").With("/scheduled_for", "null").ThenIsTaken();

    [Fact]
    public void a_new_task_was_never_retried_started_or_completed() => Given(Planned).ThenState(task =>
    {
        Assert.Equal(0, task.RetryCount);
        Assert.Null(task.StartedAt);
        Assert.Null(task.CompletedAt);
    });

    [Fact]
    public void the_defaults_are_those_of_the_specification() =>
        Assert.Equal((3, 300), (PlanTask.DefaultMaxRetries, PlanTask.DefaultTimeoutSeconds));

    [Fact]
    public void the_published_status_is_one_of_five() =>
        Assert.Equal(["pending", "in_progress", "completed", "failed", "escalated"], Enum.GetValues<PublicTaskStatus>().Select(ChimeraJson.NameOf));

    [Theory]
    [InlineData("/priority", "1.5")]
    [InlineData("/priority", "\"10\"")]
    [InlineData("/type", "\"write_poem\"")]
    [InlineData("/task_id", "\"42\"")]
    [InlineData("/timeout_seconds", "99999999999")]
    public void a_value_of_the_wrong_kind_is_named(string pointer, string value) =>
        JsonSpec.Of<TaskPlanned>(Task).With(pointer, value).ThenBreaks("json.misfit", pointer);
}
