using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Chimera.Api.Rest;
using Chimera.Domain.Tasks;
using ModelContextProtocol.Server;
using Results = Chimera.Api.Rest.Results;

namespace Chimera.Api.Mcp;

internal sealed record TasksWanted(
    Guid? CampaignId = null, Guid? AgentId = null, PublicTaskStatus? Status = null, TaskType? Type = null,
    [Description(Listings.Limit), Range(1, PageQuery.Largest)] int? Limit = null, [Description(Listings.After)] string? After = null);

internal sealed record TaskWanted(Guid TaskId);

internal sealed record ResultsWanted(
    [Description("The task whose attempts are wanted.")] Guid? TaskId = null, [Description(Listings.Limit), Range(1, PageQuery.Largest)] int? Limit = null,
    [Description(Listings.After)] string? After = null);

internal sealed record ResultWanted(Guid ResultId);

/// <summary>Tasks, and what came of each attempt at them.</summary>
internal static class TaskTools
{
    public static readonly McpServerTool[] All =
    [
        new OperationTool<TasksWanted, Page<TaskObject>>(
            new("list_tasks", "List tasks", "Tasks, newest first.") { ReadOnly = true },
            call => Tasks.List(Listings.Page(call.Input.Limit, call.Input.After), call.Input.CampaignId, call.Input.AgentId, Listings.Word(call.Input.Status),
                Listings.Word(call.Input.Type), call.Part<Pages>(), call.Cancellation)),
        new OperationTool<TaskWanted, TaskObject>(
            new("get_task", "Read a task", "One task with its input, where it stands, and the id of its result.") { ReadOnly = true },
            call => Tasks.Get(call.Input.TaskId, call.Part<Streams>(), call.Cancellation)),
        new OperationTool<ResultsWanted, Page<ResultObject>>(
            new("list_results", "List results", "Results, newest first; one for each attempt at a task.") { ReadOnly = true },
            call => Results.List(Listings.Page(call.Input.Limit, call.Input.After), call.Input.TaskId, call.Part<Pages>(), call.Cancellation)),
        new OperationTool<ResultWanted, ResultObject>(
            new("get_result", "Read a result", "One result with its output, what it cost, and the judgement it got.") { ReadOnly = true },
            call => Results.Get(call.Input.ResultId, call.Part<Streams>(), call.Cancellation))
    ];
}
