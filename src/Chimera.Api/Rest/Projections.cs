using System.ComponentModel;
using Chimera.Handlers;
using Chimera.Projections;
using Microsoft.AspNetCore.Mvc;

namespace Chimera.Api.Rest;

/// <summary>The read side, for those who operate it: how it stands, rebuilds, rollback, poison events.</summary>
internal static class Projections
{
    private static readonly TimeSpan RetryPatience = TimeSpan.FromSeconds(30);

    public static void Map(IEndpointRouteBuilder api)
    {
        var projections = api.MapGroup("/projections").WithTags("Projections");
        projections.MapGet("", Show).Answers<ProjectionState>(200, "getProjections", "How the tables stand", "Versions, how far they follow, what is set aside, and the rebuild that runs.", 500);
        projections.MapPost("/rebuild", Start).Answers<RebuildDetails>(202, "startRebuild", "Rebuild the tables",
            "Folds the events anew beside the live tables, compares row by row, and swaps. One at a time. Returns at once; follow Location.", 400, 409, 413, 415, 422, 500);
        projections.MapGet("/rebuilds", List).Answers<Beginning<RebuildDetails>>(200, "listRebuilds", "List rebuilds", "Newest first; each keeps its report.", 400, 500);
        projections.MapGet("/rebuilds/{id}", Get).Answers<RebuildDetails>(200, "getRebuild", "Read a rebuild", "How far it is, or its report with the first rows that differ.", 400, 404, 500);
        projections.MapPost("/rebuilds/{id}/cancel", Cancel).Answers<RebuildDetails>(200, "cancelRebuild", "Cancel a rebuild",
            "Asks it to stop, which it soon does; the live tables stay as they are. One that is over stays as it ended.", 400, 404, 409, 413, 415, 422, 500);
        projections.MapPost("/rollback", Rollback).Answers<ProjectionState>(200, "rollBackTables", "Read the tables of before again",
            "Exchanges the live tables for those that the last swap replaced. They follow the events from where they stood.", 400, 409, 413, 415, 422, 500);
        projections.MapGet("/poison-events", ListPoison).Answers<Beginning<PoisonEventDetails>>(200, "listPoisonEvents", "List what is set aside", "Oldest first, each with its reason.", 400, 500);
        projections.MapPost("/poison-events/{sequence}/retry", Retry).Answers<Beginning<PoisonEventDetails>>(200, "retryPoisonEvent", "Try a poison event again",
            "Folds its whole stream anew, and answers those of the stream's events that are still set aside.", 400, 404, 409, 413, 415, 422, 500, 503);
    }

    private static async Task<Reply> Show(ProjectionStates states, CancellationToken cancellation) => Reply.Ok(await states.Read(cancellation));

    private static async Task<Reply> Start(OptionalBody<NewRebuild> body, Commands commands, TableRebuild rebuild, TimeProvider time, CancellationToken cancellation)
    {
        var wanted = body.Value;
        var status = await rebuild.Start(new(wanted.Table, wanted.ExpectEqual, wanted.AllowChanges, commands.User()), cancellation);
        return Reply.Accepted($"/projections/rebuilds/{status.RebuildId}", RebuildDetails.Of(status, time.GetUtcNow()));
    }

    private static async Task<Reply> List(
        [FromQuery(Name = "limit"), Description(PageQuery.LimitSentence)] string? limit, RebuildLog history, TableRebuild rebuild, TimeProvider time, CancellationToken cancellation)
    {
        var items = new List<RebuildDetails>();
        foreach (var stored in await history.List(new PageQuery { Limit = limit }.Size(), cancellation))
        {
            var status = stored.State == RebuildStatus.Running ? await rebuild.Find(stored.RebuildId, cancellation) : stored;
            items.Add(RebuildDetails.Of(status!, time.GetUtcNow(), whole: false));
        }
        return Reply.Ok(new Beginning<RebuildDetails>(items));
    }

    private static async Task<Reply> Get(Guid id, TableRebuild rebuild, TimeProvider time, CancellationToken cancellation) =>
        Reply.Ok(RebuildDetails.Of(await Find(rebuild, id, cancellation), time.GetUtcNow()));

    private static async Task<Reply> Cancel(Guid id, OptionalBody<Nothing> body, TableRebuild rebuild, TimeProvider time, CancellationToken cancellation)
    {
        if (!rebuild.Cancel(id) && (await Find(rebuild, id, cancellation)).State == RebuildStatus.Running)
            throw new RefusedRequestException(409, "rebuild.elsewhere", "Another process on this database runs it: cancel it there.");
        return await Get(id, rebuild, time, cancellation);
    }

    private static async Task<Reply> Rollback(OptionalBody<Nothing> body, TableRebuild rebuild, ProjectionStates states, CancellationToken cancellation)
    {
        await rebuild.Rollback(cancellation);
        return Reply.Ok(await states.Read(cancellation));
    }

    private static async Task<Reply> ListPoison([FromQuery(Name = "limit"), Description(PageQuery.LimitSentence)] string? limit, PoisonEvents poison, CancellationToken cancellation)
    {
        var found = await poison.List(new PageQuery { Limit = limit }.Size(), cancellation);
        return Reply.Ok(new Beginning<PoisonEventDetails>([.. found.Select(PoisonEventDetails.Of)]));
    }

    private static async Task<Reply> Retry([Description("The event's place in the log.")] long sequence, OptionalBody<Nothing> body, PoisonEvents poison, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(RetryPatience);
        try
        {
            var left = await poison.Retry(sequence, patience.Token);
            return Reply.Ok(new Beginning<PoisonEventDetails>([.. left.Select(PoisonEventDetails.Of)]));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RefusedRequestException(503, "poison.busy", "The tables do not follow the events at this moment. Try again later.");
        }
    }

    private static async Task<RebuildStatus> Find(TableRebuild rebuild, Guid id, CancellationToken cancellation) =>
        await rebuild.Find(id, cancellation) ?? throw new UnknownIdException("rebuild", id);
}
