using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;

namespace Chimera.Handlers.Dispatching;

/// <summary>What belongs to a task's present attempt.</summary>
internal static class CurrentWork
{
    /// <summary>How long tasks wait when the lists cannot be reached.</summary>
    public static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(5);

    /// <summary>Reads the result of the present attempt, where there can be one, and agent and campaign.</summary>
    public static async Task LoadCurrent(this IStreams streams, Step step, IEnumerable<AgentTask> tasks, CancellationToken cancellation)
    {
        var all = tasks.ToArray();
        var results = all.ToLookup(task => task.Stage == TaskStage.Pending, task => DerivedId.OfResult(task.Id, task.Attempt));
        await streams.LoadNew(step, results[true], cancellation); // a task that waits has no result of the attempt it waits for
        await streams.Load(step, results[false], cancellation);
        await streams.LoadShared(step, all.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
    }

    /// <summary>Other workers may have it: it has no effect, and neither its agent nor its campaign stops it.</summary>
    public static bool MayLeave(Step step, AgentTask task)
    {
        var (agent, campaign) = (step.Get<Agent>(task.AgentId), step.Find<Campaign>(task.CampaignId));
        return !task.Type.HasEffect() && agent.Status == AgentStatus.Active && campaign?.Status is not (CampaignStatus.Paused or CampaignStatus.Cancelled);
    }
}
