using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Plans by counting: a goal's posts go in turn over agents, platforms, topics and key messages. The same campaign gives the same plan.</summary>
public sealed class OfflinePlanner(SafetyScanner scanner) : IPlanner
{
    public string ModelUsed => "offline-planner";

    public Task<ProposedPlan> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation)
    {
        var places = campaign.AgentIds.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var ordered = agents.Where(agent => agent.Status == AgentStatus.Active).OrderBy(agent => places.GetValueOrDefault(agent.Id, int.MaxValue)).ToArray();
        var posts = campaign.Goals.SelectMany((goal, g) => PostSlots.Of(goal, g, ordered, constraints))
            .Select(slot => PlannedPost.Of(slot, campaign, constraints, now));
        return Task.FromResult(new ProposedPlan([.. Affordable(posts, campaign, constraints).SelectMany(post => post.Tasks)]));
    }

    public Task<OtherInput> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation) =>
        Task.FromResult(new OtherInput(OtherApproach.To(failed, rejected, reason, scanner)));

    /// <summary>Whole posts, the least important last and so the first to go: half a post is worth nothing.</summary>
    private static IEnumerable<PlannedPost> Affordable(IEnumerable<PlannedPost> posts, Campaign campaign, PlanConstraints constraints)
    {
        var (tasks, usd) = (constraints.MaxTasks ?? int.MaxValue, Math.Min(constraints.BudgetUsd ?? decimal.MaxValue, campaign.FreeUsd));
        var numbered = posts.Where(post => post.Tasks.Count > 0).Select((post, place) => (post, place)).ToArray();
        var kept = new List<(PlannedPost Post, int Place)>(numbered.Length);
        foreach (var (post, place) in numbered.OrderByDescending(one => one.post.Priority))
        {
            if (post.Tasks.Count > tasks || post.ReservedUsd > usd) break;
            (tasks, usd) = (tasks - post.Tasks.Count, usd - post.ReservedUsd);
            kept.Add((post, place));
        }
        return kept.OrderBy(one => one.Place).Select(one => one.Post);
    }
}
