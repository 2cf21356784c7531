using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>What a model is told of a campaign, and how its draft becomes a plan that the domain adopts.</summary>
internal sealed class PlanDrafting(Campaign campaign, IReadOnlyList<Agent> agents, decimal postUsd, DateTimeOffset now)
{
    private const decimal ImageUsd = 0.02m;

    public IEnumerable<PromptData> Data()
    {
        var limits = campaign.Constraints;
        yield return PromptData.Brief("campaign", new { campaign.Name, campaign.Description, campaign.StartDate, campaign.EndDate, campaign.Goals });
        yield return PromptData.Brief("agents", agents.Select(agent => new { AgentId = agent.Id, agent.Name, agent.Bio, agent.Persona.VoiceTone, agent.Persona.CoreValues, agent.SocialHandles }));
        yield return PromptData.Brief("constraints", new
        {
            limits.MaxTasks, BudgetUsd = Math.Min(limits.BudgetUsd ?? decimal.MaxValue, campaign.FreeUsd), limits.AllowedTaskTypes, limits.AllowedPlatforms,
            UsdPerText = postUsd, UsdPerImage = ImageUsd
        });
    }

    /// <exception cref="RuleViolationException">The draft breaks a rule; the pointer names the task in the draft.</exception>
    public IReadOnlyList<PlanTask> Read(JsonElement json)
    {
        var steps = ModelReply.Shape<PlanDraft>(json).Tasks;
        var keys = Keys(steps);
        var tasks = steps.Select((step, at) => Task(step, $"/tasks/{at}", keys)).ToArray();
        var dependents = tasks.SelectMany(task => task.Dependencies!.Select(dependency => (dependency, task.TaskId))).ToLookup(pair => pair.dependency, pair => pair.TaskId);
        PlanTask[] plan = [.. tasks.Select(task => task with { Dependents = [.. dependents[task.TaskId]] })];
        RequireNoMorePosts(steps);
        CampaignDecider.Decide(new AdoptPlan(campaign.Id, plan, ""), campaign, now); // every rule of the domain, budget included
        return plan;
    }

    private Dictionary<string, Guid> Keys(IReadOnlyList<PlannedStep> steps)
    {
        var keys = new Dictionary<string, Guid>(StringComparer.Ordinal);
        for (var at = 0; at < steps.Count; at++)
            Require(keys.TryAdd(steps[at].Key, DerivedId.Of(campaign.Id, $"model-plan/{at}")), "planner.key", "Two tasks have this key.", $"/tasks/{at}/key");
        return keys;
    }

    private PlanTask Task(PlannedStep step, string at, Dictionary<string, Guid> keys)
    {
        Require(agents.Any(agent => agent.Id == step.AgentId), "campaign.unknown-agent", "No agent that may speak has this id.", at + "/agent_id");
        Require(step.Goal >= 0 && step.Goal < campaign.Goals.Count, "planner.goal", $"The goals are 0 to {campaign.Goals.Count - 1}.", at + "/goal");
        Guid IdOf(string key, string field) => keys.TryGetValue(key, out var id) ? id
            : throw new RuleViolationException("task.unknown-dependency", $"No task has the key '{key}'.", at + field);
        Guid[] dependencies = [.. step.Waits().Select(wait => IdOf(wait.Key, wait.Field)).Distinct()];
        return new(IdOf(step.Key, "/key"), step.AgentId, campaign.Id, step.Type, step.Input(IdOf, at, WhenOf(step)), step.Priority, dependencies,
            TraceId: campaign.TraceId, ReservedUsd: step.Type switch { TaskType.GeneratePost => postUsd, TaskType.GenerateImage => ImageUsd, _ => 0 }, DryRun: campaign.DryRun);
    }

    private void RequireNoMorePosts(IReadOnlyList<PlannedStep> steps)
    {
        foreach (var goal in steps.Where(step => step.Type == TaskType.PostContent).GroupBy(step => step.Goal))
            Require(goal.Count() <= campaign.Goals[goal.Key].Posts, "planner.posts", $"Goal {goal.Key} asks for {campaign.Goals[goal.Key].Posts} posts; {goal.Count()} are planned.", "/tasks");
    }

    private DateTimeOffset? WhenOf(PlannedStep step)
    {
        if (step.PublishAfterSeconds is not { } seconds) return null;
        Require(seconds >= 0, "campaign.goal-publish", "A delay is never negative.");
        var at = now.AddSeconds(seconds);
        return campaign.Constraints.Deadline is { } deadline && deadline < at ? deadline : at;
    }
}
