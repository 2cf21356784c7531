using System.Globalization;
using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Campaigns;

/// <summary>Keeps the campaign's books; its queue is worked off one message at a time, so chunks do not contend for the stream.</summary>
public static class SettleTasksHandler
{
    public static async Task<OutgoingMessages> Handle(SettleTasks command, IDocumentSession session, StateCache cache, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(cache), now, cancellation));

    public static async Task<Step> Run(SettleTasks command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = new Step(now);
        await streams.LoadShared(step, [command.CampaignId], cancellation);
        var campaign = step.Get<Campaign>(command.CampaignId);
        var events = CampaignDecider.Decide(command, campaign, now);
        step.Append(campaign.Id, events);
        if (BudgetExceeded(campaign, step.Get<Campaign>(campaign.Id)) is { } alert) step.Next.Send(alert);
        // an overspent campaign takes its agents with it
        foreach (var pause in events.OfType<CampaignPaused>())
            foreach (var agent in campaign.AgentIds) step.Next.Send(new PauseAgent(agent, pause.Reason, ByPipeline: true));
        return step;
    }

    /// <summary>Told when spending crosses the budget, also where nothing is left to be paused.</summary>
    internal static AlertOperator? BudgetExceeded(Campaign before, Campaign after) => before.SpentUsd <= before.BudgetUsd && after.SpentUsd > after.BudgetUsd
        ? new AlertOperator(Campaign.BudgetExceeded, string.Create(CultureInfo.InvariantCulture, $"{after.SpentUsd} US dollars are spent; the budget is {after.BudgetUsd}."), CampaignId: after.Id)
        : null;
}
