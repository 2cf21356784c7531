using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Chimera.Api.Rest;
using Chimera.Domain.Campaigns;
using ModelContextProtocol.Server;
using Npgsql;

namespace Chimera.Api.Mcp;

internal sealed record CampaignsWanted(
    CampaignStatus? Status = null, [Description(Listings.Limit), Range(1, PageQuery.Largest)] int? Limit = null, [Description(Listings.After)] string? After = null);

internal sealed record CampaignWanted(Guid CampaignId);

internal static class CampaignTools
{
    public static readonly McpServerTool[] All =
    [
        new OperationTool<NewCampaign, CampaignDetails>(
            new("create_campaign", "Create a campaign", "An active campaign is planned at once, a draft when it is launched. dry_run publishes nothing and moves no money.") { Publishes = true },
            call => Campaigns.Create(call.Body, call.Http, call.Part<Commands>(), call.Part<Streams>(), call.Cancellation)),
        new OperationTool<CampaignWanted, CampaignDetails>(
            new("launch_campaign", "Launch a campaign", "The planner begins with a draft; a launched campaign stays as it is.") { Idempotent = true, Publishes = true },
            call => Campaigns.Launch(call.Input.CampaignId, new([]), call.Part<Commands>(), call.Part<Streams>(), call.Cancellation)),
        new OperationTool<CampaignsWanted, Page<CampaignSummary>>(
            new("list_campaigns", "List campaigns", "Campaigns, newest first.") { ReadOnly = true },
            call => Campaigns.List(Listings.Page(call.Input.Limit, call.Input.After), Listings.Word(call.Input.Status), call.Part<Pages>(), call.Cancellation)),
        new OperationTool<CampaignWanted, CampaignDetails>(
            new("get_campaign", "Read a campaign", "One campaign with its goals and books, as it was written last.") { ReadOnly = true },
            call => Campaigns.Get(call.Input.CampaignId, call.Part<Streams>(), call.Cancellation)),
        new OperationTool<CampaignWanted, Progress>(
            new("get_campaign_progress", "Read a campaign's progress", "How many tasks stand where, and what waits for a human.") { ReadOnly = true },
            call => CampaignProgress.Get(call.Input.CampaignId, call.Part<Streams>(), call.Part<NpgsqlDataSource>(), call.Cancellation))
    ];
}
