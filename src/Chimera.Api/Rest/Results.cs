using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Projections.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Chimera.Api.Rest;

/// <summary>The Result Object of specification 2.1; the fields from <c>stage</c> on are ours, and only a single result shows them.</summary>
public sealed record ResultObject(
    Guid ResultId, Guid TaskId, Guid WorkerId, ResultStatus Status, JsonElement? OutputData, ResultMetadata Metadata, TaskError? ErrorDetails,
    DateTimeOffset CreatedAt, string TraceId, ResultStage? Stage = null, string? ContentSha256 = null, Judgement? Judgement = null)
{
    public static ResultObject Of(ResultRow row) => new(row.ResultId, row.TaskId, row.WorkerId, Words<ResultStatus>.Value(row.Status),
        row.OutputData is { } output ? JsonElement.Parse(output) : null, JsonSerializer.Deserialize<ResultMetadata>(row.Metadata, ChimeraJson.Stored)!,
        row.ErrorDetails is { } error ? JsonSerializer.Deserialize<TaskError>(error, ChimeraJson.Stored) : null, row.CreatedAt, row.TraceId);

    internal static ResultObject Of(Folded<ResultRow> folded)
    {
        var result = (TaskResult)folded.State;
        return Of(folded.Row) with { Stage = result.Stage, ContentSha256 = result.ContentSha256, Judgement = result.Judgement };
    }
}

internal static class Results
{
    private static readonly Listing<ResultRow> Listing = new(ResultsTable.Description, row => new(0, row.CreatedAt, row.ResultId));

    public static void Map(IEndpointRouteBuilder api)
    {
        var results = api.MapGroup("/results").WithTags("Results");
        results.MapGet("", List).Lists<ResultObject>("listResults", "List results", "Newest first, one for each attempt at a task.");
        results.MapGet("/{id}", Get).Shows<ResultObject>("getResult", "Read a result", "Folded from its events, with the judgement it got.");
    }

    public static async Task<Reply> List(
        [AsParameters] PageQuery page, [FromQuery(Name = "task_id")] Guid? taskId, Pages pages, CancellationToken cancellation) =>
        Reply.Ok(await pages.Read(Listing, page, [new("task_id = $0", taskId)], ResultObject.Of, cancellation));

    public static async Task<Reply> Get(Guid id, Streams streams, CancellationToken cancellation)
    {
        var result = await streams.Read(ResultsTable.Description, "result", id, cancellation);
        return Reply.Ok(ResultObject.Of(result), result.Version);
    }
}
