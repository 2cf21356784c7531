using System.CommandLine;
using System.Text.Json;
using Chimera.Domain.Campaigns;

namespace Chimera.Api.Cli;

/// <summary><c>chimera campaign …</c></summary>
internal static class CampaignVerbs
{
    public static Verb All() => new Verb("campaign", "The campaigns: launched from a brief, carried out by agents.").With(
        Launch(),
        Resource.Campaigns.List("Lists campaigns.", "campaign list --status active --json", Filter.OneOf<CampaignStatus>("--status", "status")),
        Resource.Campaigns.Show("Shows a campaign with its goals, budget and number of tasks."),
        Resource.Campaigns.Act("pause", "Holds all work of a campaign.", reasoned: true),
        Resource.Campaigns.Act("resume", "Lets a paused campaign go on."),
        Resource.Campaigns.Act("cancel", "Ends a campaign for good; what is published stays.", reasoned: true));

    private static Verb Launch()
    {
        var file = new Argument<string>("file") { Description = "The campaign brief, a JSON file (docs/campaign-brief.md)." };
        var watch = new Option<bool>("--watch") { Description = $"Follow it to its end; {ExitCode.EndedBadly} is returned unless every task was completed." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Plan, write and judge, but publish nothing." };
        return new Verb("launch", "Checks a brief, brings its agents up to date and launches the campaign; prints its id.",
            "campaign launch brief.json", "campaign launch brief.json --dry-run --watch", "campaign launch brief.json --json").With(file, watch, dryRun).Does(async (call, cancellation) =>
        {
            var brief = Brief.Read(call.Required(file));
            var campaign = await new Launch(call.Host, call.Printer.Note).Send(brief, call.Value(dryRun), cancellation);
            if (call.Value(watch)) return await Follow(call, campaign, cancellation);
            call.Printer.Answer(campaign, Resource.Cell(campaign, "campaign_id"));
            return ExitCode.Ok;
        });
    }

    private static async Task<int> Follow(Call call, JsonElement campaign, CancellationToken cancellation)
    {
        var id = campaign.GetProperty("campaign_id").GetGuid();
        if (!call.Printer.Json) call.Printer.Line(id.ToString());
        var display = new ProgressDisplay(call.Printer.Progress);
        var end = await display.During(() => new Watch(call.Host, display).Follow(id, (_, _) => Task.CompletedTask, cancellation));
        if (call.Printer.Json) call.Printer.Document(JsonSerializer.SerializeToElement(end, Domain.ChimeraJson.Stored));
        return end is { Status: CampaignStatus.Completed, Failed: 0 } ? ExitCode.Ok : ExitCode.EndedBadly;
    }
}
