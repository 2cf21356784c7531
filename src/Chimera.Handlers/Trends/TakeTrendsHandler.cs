using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;
using Chimera.Handlers.Planning;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Trends;

/// <summary>A trend becomes an analysis in each campaign that it may concern; what a campaign decided is stored with the tasks, so that none decides twice.</summary>
public static class TakeTrendsHandler
{
    public static async Task<OutgoingMessages> Handle(
        TakeTrends page, IDocumentSession session, StateCache cache, TrendPolicy policy, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(page, session.Streams(cache), policy, now, cancellation));

    public static async Task<Step> Run(TakeTrends page, IStreams streams, TrendPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, page.Seen.Select(seen => seen.TrendId), cancellation);
        var open = page.Seen.DistinctBy(seen => seen.TrendId).Where(seen => Undecided(step, seen, page.Campaigns).Any()).ToArray();
        if (open.Length == 0) return step;
        await streams.LoadShared(step, page.Campaigns, cancellation);
        // a task added to a campaign while its planner is at it would have the plan thrown away
        var campaigns = page.Campaigns.Select(id => step.Find<Campaign>(id)).OfType<Campaign>().Where(campaign => campaign.Planned).ToArray();
        await streams.LoadShared(step, campaigns.SelectMany(campaign => campaign.AgentIds), cancellation);
        await streams.Load(step, campaigns.SelectMany(campaign => policy.PlacesOf(campaign.Id, now)), cancellation);
        foreach (var seen in open.OrderByDescending(seen => seen.Topic.RelevanceScore)) Take(step, seen, campaigns, policy);
        return step;
    }

    private static IEnumerable<Guid> Undecided(Step step, TrendSeen seen, IReadOnlyList<Guid> campaigns) =>
        Known(step, seen) is { } trend ? campaigns.Except(trend.Campaigns) : campaigns;

    /// <summary>Null for what nobody has seen, or not for so long that it is news again.</summary>
    private static Trend? Known(Step step, TrendSeen seen) => step.Find<Trend>(seen.TrendId) is { } trend && !trend.IsForgotten(step.Now) ? trend : null;

    private static void Take(Step step, TrendSeen seen, IReadOnlyList<Campaign> campaigns, TrendPolicy policy)
    {
        var undecided = Undecided(step, seen, [.. campaigns.Select(campaign => campaign.Id)]).ToHashSet();
        if (undecided.Count == 0) return;
        if (Known(step, seen) is null) step.Append(seen.TrendId, [seen]);
        var passed = new List<(Guid Campaign, string Reason)>();
        foreach (var id in campaigns.Select(campaign => campaign.Id).Where(undecided.Contains))
            if (Analyse(step, seen, step.Get<Campaign>(id), policy) is { } reason) passed.Add((id, reason));
        foreach (var because in passed.GroupBy(one => one.Reason, one => one.Campaign))
            step.Append(seen.TrendId, [new TrendPassedOver([.. because], because.Key, policy.Version, step.Now)]);
    }

    /// <returns>Why the campaign does not look at it; null when it does.</returns>
    private static string? Analyse(Step step, TrendSeen seen, Campaign campaign, TrendPolicy policy)
    {
        var agents = campaign.AgentIds.Select(id => step.Find<Agent>(id)).OfType<Agent>();
        var (agent, reason) = policy.Choose(seen.Topic, campaign, agents, step.Now);
        if (agent is null) return reason;
        var place = policy.PlacesOf(campaign.Id, step.Now).FirstOrDefault(id => !step.Exists(id));
        if (place == default) return "the campaign has looked at enough trends today";
        var (input, trace) = (new AnalyzeTrendInput(seen.Feed, MinRelevance: policy.MinRelevance, Limit: 1, Trends: [seen.Topic]), seen.TrendId.ToString("N"));
        PlanningStep.Add(step, new(place, agent.Id, campaign.Id, TaskType.AnalyzeTrend, ChimeraJson.Write(input), TraceId: trace, ReservedUsd: policy.TaskUsd));
        step.Append(seen.TrendId, [new TrendTaken(campaign.Id, agent.Id, place, policy.Version, step.Now)], new(agent.Id, trace));
        return null;
    }
}
