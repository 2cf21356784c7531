using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Projections.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Chimera.Api.Rest;

internal static class Hitl
{
    private static readonly Listing<HitlRow> Listing = new(HitlQueueTable.Description, row => new(row.Priority, row.CreatedAt, row.HitlId), Rank: "priority");
    private static readonly string[] Open = [.. new[] { HitlStatus.Pending, HitlStatus.InReview }.Select(ChimeraJson.NameOf)];

    public static void Map(IEndpointRouteBuilder api)
    {
        var hitl = api.MapGroup("/hitl").WithTags("Human review");
        hitl.MapGet("", List).Lists<HitlEntry>("listHitlItems", "List what waits for a human", "Highest priority first, then the oldest.");
        hitl.MapGet("/{id}", Get).Shows<HitlEntry>("getHitlItem", "Read an item", "Folded from its events, with all that a human needs to decide.");
        hitl.MapPost("/{id}/assign", Assign).Acts<HitlEntry>("assignHitlItem", "Assign an item", "Names who looks at it.");
        hitl.MapPost("/{id}/decide", Decide).Acts<HitlEntry>("decideHitlItem", "Decide an item",
            "Once: the same decision again changes nothing, another is refused. modified_output belongs to modify and is judged again.");
    }

    public static Task<Reply> List(
        [AsParameters] PageQuery page, [FromQuery(Name = "status"), WordOf<HitlStatus>] string? status, [FromQuery(Name = "campaign_id")] Guid? campaignId,
        Pages pages, HitlSubjects subjects, CancellationToken cancellation)
    {
        Filter[] filters =
        [
            new("status = $0", Words<HitlStatus>.Checked(status, "status")), new("task_id in (select task_id from chimera.tasks where campaign_id = $0)", campaignId)
        ];
        return Show(page, filters, pages, subjects, cancellation);
    }

    /// <summary>The first page of all that nobody has decided.</summary>
    public static Task<Reply> Waiting(Pages pages, HitlSubjects subjects, CancellationToken cancellation) =>
        Show(new(), [new("status = any($0)", Open)], pages, subjects, cancellation);

    private static async Task<Reply> Show(PageQuery page, Filter[] filters, Pages pages, HitlSubjects subjects, CancellationToken cancellation)
    {
        var found = await pages.Read(Listing, page, filters, row => row, cancellation);
        return Reply.Ok(new Page<HitlEntry>(await subjects.Complete(found.Items, cancellation), found.Next));
    }

    public static Task<Reply> Get(Guid id, Streams streams, CancellationToken cancellation) => Answer(streams, id, cancellation);

    private static async Task<Reply> Assign(Guid id, Body<Assignment> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new AssignHitlItem(id, body.Value.AssignedTo), id);
        return await Answer(streams, id, cancellation);
    }

    private static Task<Reply> Decide(Guid id, Body<NewDecision> body, Commands commands, Streams streams, CancellationToken cancellation) =>
        TakeDecision(id, body.Value, commands, streams, cancellation);

    public static async Task<Reply> TakeDecision(Guid id, NewDecision wanted, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new DecideHitlItem(id, wanted.Decision, wanted.Reviewer, wanted.Feedback, wanted.ModifiedOutput), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Answer(Streams streams, Guid id, CancellationToken cancellation)
    {
        var item = await streams.Read(HitlQueueTable.Description, "hitl", id, cancellation);
        return Reply.Ok(HitlEntry.Of(item), item.Version);
    }
}
