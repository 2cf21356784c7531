using System.Diagnostics;
using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Campaigns;

namespace Chimera.Api.Cli;

/// <summary>Launches a brief, or takes up what an earlier demo left, and plays the human, a visitor and the papers until everything is done.</summary>
internal sealed class Demo(HostClient host, ProgressDisplay display, DemoVisitor visitor, DemoNews news)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly DemoReviewer human = new(host, display.Say);

    public async Task<DemoEnd> Launch(Brief brief, CancellationToken cancellation)
    {
        var campaign = await new Launch(host, display.Say).Send(brief, dryRun: false, cancellation);
        display.Say($"campaign {Id(campaign)} launched: {brief.Name}");
        await visitor.Ask(brief, cancellation);
        await news.Spread(brief, cancellation);
        var end = await CarryOn(Id(campaign), cancellation);
        await news.Tell(Id(campaign), cancellation);
        return await visitor.Reply(cancellation) ? end : end with { Trouble = "A visitor's question was not answered." };
    }

    /// <summary>Brings every active campaign to its end; tells of the newest, or of the newest that is over when none was active.</summary>
    public async Task<DemoEnd> Resume(CancellationToken cancellation)
    {
        var campaigns = (await host.List("campaigns", [], int.MaxValue, cancellation)).OrderBy(one => one.GetProperty("created_at").GetDateTimeOffset()).ToArray();
        if (campaigns.Length == 0) throw new UsageException("There is no campaign to resume: launch one with `chimera demo BRIEF`.");
        var active = campaigns.Where(one => Resource.Cell(one, "status") == ChimeraJson.NameOf(CampaignStatus.Active)).ToArray();
        if (active.Length == 0) return await TellOf(campaigns, cancellation);
        DemoEnd? end = null;
        foreach (var campaign in active)
        {
            display.Say($"campaign {Id(campaign)} goes on: {Resource.Cell(campaign, "name")}");
            end = await CarryOn(Id(campaign), cancellation);
        }
        return end!;
    }

    private async Task<DemoEnd> CarryOn(Guid campaign, CancellationToken cancellation)
    {
        var end = await new Watch(host, display).Follow(campaign, human.DecideOpenItems, cancellation);
        return new(end, clock.Elapsed, end.Status == CampaignStatus.Completed ? null : await Reason(campaign, cancellation));
    }

    private async Task<DemoEnd> TellOf(JsonElement[] campaigns, CancellationToken cancellation)
    {
        var newest = Array.FindLast(campaigns, one => Resource.Cell(one, "status") == ChimeraJson.NameOf(CampaignStatus.Completed));
        if (newest.ValueKind == JsonValueKind.Undefined) newest = campaigns[^1];
        var end = await new Watch(host, display).Follow(Id(newest), human.DecideOpenItems, cancellation);
        var took = newest.GetProperty("updated_at").GetDateTimeOffset() - newest.GetProperty("created_at").GetDateTimeOffset();
        return new(end, took, end.Status == CampaignStatus.Completed ? null : await Reason(Id(newest), cancellation));
    }

    private async Task<string> Reason(Guid campaign, CancellationToken cancellation)
    {
        var document = await host.Get($"campaigns/{campaign}", cancellation);
        var why = Resource.Cell(document, "plan_error") is { Length: > 0 } error ? $": {error}" : "";
        return $"Campaign {campaign} is {Resource.Cell(document, "status")}{why}";
    }

    private static Guid Id(JsonElement campaign) => campaign.GetProperty("campaign_id").GetGuid();
}

/// <summary>How a demo ended.</summary>
/// <param name="Trouble">Why the campaign was not completed; null when it was.</param>
internal sealed record DemoEnd(CampaignProgress Progress, TimeSpan Took, string? Trouble)
{
    public bool IsWhole => Trouble is null && Progress is { Unfinished: 0, HitlOpen: 0 };

    /// <summary>One line for machines; <c>escalated</c> counts the items that were given to a human.</summary>
    public string Line() => JsonSerializer.Serialize(
        new
        {
            Progress.CampaignId, Progress.Tasks, Progress.Completed, Progress.Failed, Escalated = Progress.HitlItems, Progress.Posts, Progress.Events,
            Seconds = Math.Round(Took.TotalSeconds, 1)
        }, ChimeraJson.Stored);
}
