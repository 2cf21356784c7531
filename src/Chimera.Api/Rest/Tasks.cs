using Chimera.Domain.Tasks;
using Chimera.Projections.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Chimera.Api.Rest;

internal static class Tasks
{
    private static readonly Listing<TaskRow> Listing = new(TasksTable.Description, row => new(0, row.CreatedAt, row.TaskId));

    public static void Map(IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks.MapPost("", Create).Creates<TaskObject>("createTask", "Add a task", "One task on an operator's word, outside a plan. It starts when all its dependencies are completed.");
        tasks.MapGet("", List).Lists<TaskObject>("listTasks", "List tasks", "Newest first, as the table has them.");
        tasks.MapGet("/{id}", Get).Shows<TaskObject>("getTask", "Read a task", "Folded from its events, with fields that the table has not.");
        tasks.MapPost("/{id}/cancel", Cancel).Acts<TaskObject>("cancelTask", "Cancel a task", "Not while its effect is being carried out, and not once it is finished.");
        tasks.MapPost("/{id}/retry", Retry).Acts<TaskObject>("retryTask", "Retry a task", "Tries a failed, skipped or cancelled task again.");
        tasks.MapPost("/{id}/reschedule", Reschedule).Acts<TaskObject>("rescheduleTask", "Reschedule a post", "Moves a scheduled post to another time.");
    }

    private static async Task<Reply> Create(Body<NewTask> body, HttpContext http, Commands commands, Streams streams, CancellationToken cancellation)
    {
        var wanted = body.Value;
        var id = Idempotency.IdFor(http, wanted.TaskId, "/task_id");
        await commands.Add(new PlanTask(id, wanted.AgentId, wanted.CampaignId, wanted.Type, wanted.InputData, wanted.Priority, wanted.Dependencies,
            MaxRetries: wanted.MaxRetries, TimeoutSeconds: wanted.TimeoutSeconds, TraceId: commands.TraceId, DryRun: wanted.DryRun));
        var task = await Find(streams, id, cancellation);
        return Reply.Created($"/tasks/{id}", TaskObject.Of(task), task.Version);
    }

    public static async Task<Reply> List(
        [AsParameters] PageQuery page, [FromQuery(Name = "campaign_id")] Guid? campaignId, [FromQuery(Name = "agent_id")] Guid? agentId,
        [FromQuery(Name = "status"), WordOf<PublicTaskStatus>] string? status, [FromQuery(Name = "type"), WordOf<TaskType>] string? type,
        Pages pages, CancellationToken cancellation)
    {
        Filter[] filters =
        [
            new("campaign_id = $0", campaignId), new("agent_id = $0", agentId), new("status = $0", Words<PublicTaskStatus>.Checked(status, "status")),
            new("task_type = $0", Words<TaskType>.Checked(type, "type"))
        ];
        return Reply.Ok(await pages.Read(Listing, page, filters, TaskObject.Of, cancellation));
    }

    public static Task<Reply> Get(Guid id, Streams streams, CancellationToken cancellation) => Answer(streams, id, cancellation);

    private static async Task<Reply> Cancel(Guid id, OptionalBody<WithReason> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new CancelTask(id, body.Value.Or("cancelled by an operator")), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Retry(Guid id, OptionalBody<Nothing> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new RetryTask(id), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Reschedule(Guid id, Body<NewTime> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new RescheduleTask(id, body.Value.ScheduledTime), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Answer(Streams streams, Guid id, CancellationToken cancellation)
    {
        var task = await Find(streams, id, cancellation);
        return Reply.Ok(TaskObject.Of(task), task.Version);
    }

    private static Task<Folded<TaskRow>> Find(Streams streams, Guid id, CancellationToken cancellation) =>
        streams.Read(TasksTable.Description, "task", id, cancellation);
}
