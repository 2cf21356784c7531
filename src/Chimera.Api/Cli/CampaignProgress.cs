using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Campaigns;

namespace Chimera.Api.Cli;

/// <summary>How far a campaign is, as the host tells (<c>GET /campaigns/{id}/progress</c>).</summary>
/// <param name="Escalated">Tasks that wait for a human now; <paramref name="HitlItems"/> counts all that ever did.</param>
internal sealed record CampaignProgress(
    Guid CampaignId, CampaignStatus Status, int Tasks, int Pending, int InProgress, int Completed, int Failed, int Escalated, int HitlItems, int HitlOpen,
    int Posts, int Events, decimal SpentUsd = 0)
{
    public bool IsOver => Status is CampaignStatus.Completed or CampaignStatus.Cancelled or CampaignStatus.Paused;
    public int Unfinished => Tasks - Completed - Failed;
    public int Decided => HitlItems - HitlOpen;

    public override string ToString() =>
        $"{ChimeraJson.NameOf(Status)}: {Tasks} tasks, {Pending} pending, {InProgress} in progress, {Completed} completed, {Failed} failed, {HitlOpen} with a human; {Posts} posts, {Events} events";

    /// <summary>Null until the tables know the campaign.</summary>
    public static async Task<CampaignProgress?> Read(HostClient host, Guid campaign, CancellationToken cancellation) =>
        (await host.Find($"campaigns/{campaign}/progress", cancellation))?.Deserialize<CampaignProgress>(ChimeraJson.Stored);
}
