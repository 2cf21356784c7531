using Chimera.Domain.Campaigns;
using Chimera.Projections.Tables;
using Microsoft.AspNetCore.Mvc;
using static Chimera.Domain.Rule;

namespace Chimera.Api.Rest;

internal static class Campaigns
{
    private static readonly Listing<CampaignRow> Listing = new(CampaignsTable.Description, row => new(0, row.CreatedAt, row.CampaignId));

    public static void Map(IEndpointRouteBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").WithTags("Campaigns");
        campaigns.MapPost("", Create).Creates<CampaignDetails>("createCampaign", "Create a campaign", "An active one is planned at once, a draft when it is launched.");
        campaigns.MapGet("", List).Lists<CampaignSummary>("listCampaigns", "List campaigns", "Newest first, as the table has them.");
        campaigns.MapGet("/{id}", Get).Shows<CampaignDetails>("getCampaign", "Read a campaign", "Folded from its events: it shows what was written last.");
        campaigns.MapPatch("/{id}", Revise).Acts<CampaignDetails>("reviseCampaign", "Change a campaign",
            "Changes the fields that are given; status launches or resumes (active), pauses or cancels.");
        campaigns.MapPost("/{id}/launch", Launch).Acts<CampaignDetails>("launchCampaign", "Launch a draft", "The planner begins; a launched campaign stays as it is.");
        campaigns.MapPost("/{id}/pause", Pause).Acts<CampaignDetails>("pauseCampaign", "Pause a campaign", "Its tasks wait until it is resumed.");
        campaigns.MapPost("/{id}/resume", Resume).Acts<CampaignDetails>("resumeCampaign", "Resume a campaign", "An overspent one needs a larger budget first.");
        campaigns.MapPost("/{id}/cancel", Cancel).Acts<CampaignDetails>("cancelCampaign", "Cancel a campaign", "Final; its open tasks are cancelled with it.");
        campaigns.MapGet("/{id}/progress", CampaignProgress.Get).Counts<Progress>("getCampaignProgress", "Read a campaign's progress",
            "Counted in the tables, which follow the events within a fraction of a second.");
    }

    public static async Task<Reply> Create(
        Body<NewCampaign> body, HttpContext http, Commands commands, Streams streams, CancellationToken cancellation)
    {
        var wanted = body.Value;
        var id = Idempotency.IdFor(http, wanted.CampaignId, "/campaign_id");
        await commands.Create(new CreateCampaign(id, wanted.Name, wanted.Description, wanted.AgentIds, wanted.StartDate, wanted.EndDate, wanted.BudgetUsd,
            wanted.Goals, wanted.Constraints, wanted.DryRun, wanted.Status, commands.TraceId));
        var campaign = await Find(streams, id, cancellation);
        return Reply.Created($"/campaigns/{id}", CampaignDetails.Of(campaign), campaign.Version);
    }

    public static async Task<Reply> List(
        [AsParameters] PageQuery page, [FromQuery(Name = "status"), WordOf<CampaignStatus>] string? status, Pages pages, CancellationToken cancellation) =>
        Reply.Ok(await pages.Read(Listing, page, [new("status = $0", Words<CampaignStatus>.Checked(status, "status"))], CampaignSummary.Of, cancellation));

    public static Task<Reply> Get(Guid id, Streams streams, CancellationToken cancellation) => Answer(streams, id, cancellation);

    private static async Task<Reply> Revise(
        Guid id, Body<CampaignChanges> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        var wanted = body.Value;
        Require(wanted.Status is null or CampaignStatus.Active or CampaignStatus.Paused or CampaignStatus.Cancelled, "campaign.status",
            "status becomes active, paused or cancelled.", "/status");
        var revise = new ReviseCampaign(id, wanted.Name, wanted.Description, wanted.EndDate, wanted.BudgetUsd);
        object? turn = wanted.Status is { } status ? await Towards(status, id, streams, cancellation) : null;
        await commands.SendInTurn(id, turn is null ? [revise] : revise == new ReviseCampaign(id) ? [turn] : [revise, turn]);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<object> Towards(CampaignStatus status, Guid id, Streams streams, CancellationToken cancellation) => status switch
    {
        CampaignStatus.Paused => new PauseCampaign(id, "paused by an operator"),
        CampaignStatus.Cancelled => new CancelCampaign(id, "cancelled by an operator"),
        _ => ((Campaign)(await Find(streams, id, cancellation)).State).Status == CampaignStatus.Draft ? new LaunchCampaign(id) : new ResumeCampaign(id)
    };

    public static async Task<Reply> Launch(Guid id, OptionalBody<Nothing> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new LaunchCampaign(id), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Pause(Guid id, OptionalBody<WithReason> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new PauseCampaign(id, body.Value.Or("paused by an operator")), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Resume(Guid id, OptionalBody<Nothing> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new ResumeCampaign(id), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Cancel(Guid id, OptionalBody<WithReason> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new CancelCampaign(id, body.Value.Or("cancelled by an operator")), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Answer(Streams streams, Guid id, CancellationToken cancellation)
    {
        var campaign = await Find(streams, id, cancellation);
        return Reply.Ok(CampaignDetails.Of(campaign), campaign.Version);
    }

    private static Task<Folded<CampaignRow>> Find(Streams streams, Guid id, CancellationToken cancellation) =>
        streams.Read(CampaignsTable.Description, "campaign", id, cancellation);
}
