using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Rule;

namespace Chimera.Handlers.Planning;

/// <summary>The planner's steps: adopt a plan, release what is ready, skip what cannot be, replan what failed.</summary>
public static class PlanningStep
{
    /// <summary>Reserves the plan on the campaign, highest priority first, and hands its tasks on in chunks.</summary>
    public static void Adopt(Step step, AdoptPlan plan)
    {
        var campaign = step.Get<Campaign>(plan.CampaignId);
        plan = plan with { Tasks = [.. plan.Tasks.Select(task => task with { DryRun = task.DryRun || campaign.DryRun })] }; // no planner may leave a dry run
        var events = CampaignDecider.Decide(plan, campaign, step.Now);
        step.Append(plan.CampaignId, events);
        if (events.Length == 0) return;
        var tasks = plan.Tasks.OrderByDescending(task => task.Priority).Select(task => FromProfile(step, task));
        foreach (var chunk in tasks.Chunk(NextStages.ChunkSize)) step.Next.Send(new PlanTasks(chunk));
    }

    /// <summary>Starts the streams of a chunk of planned tasks; those known already are left alone.</summary>
    public static void Plan(Step step, IReadOnlyList<PlanTask> tasks)
    {
        foreach (var task in tasks.Where(task => step.Find<AgentTask>(task.TaskId) is null))
        {
            step.Append(task.TaskId, TaskDecider.Decide(task, step.Now));
            if (task.Dependencies is { Count: > 0 }) step.Next.Release([task.TaskId]);
            else step.Next.Execute(step.Get<AgentTask>(task.TaskId));
        }
    }

    /// <summary>Adds one task beyond a plan, which an operator asked for or something outside led to: reserved on its campaign, waited for by its dependencies.</summary>
    public static void Add(Step step, PlanTask task)
    {
        if (step.Find<AgentTask>(task.TaskId) is not null) return;
        if (task.CampaignId is { } campaign)
        {
            task = task with { DryRun = task.DryRun || step.Get<Campaign>(campaign).DryRun }; // nothing added to a dry run may act
            step.Append(campaign, CampaignDecider.Decide(new AddCampaignTask(campaign, task.TaskId, task.ReservedUsd), step.Get<Campaign>(campaign), step.Now));
        }
        foreach (var dependency in task.Dependencies ?? [])
        {
            Require(dependency != task.TaskId, "task.cyclic-dependencies", "A task cannot wait for itself.", "/dependencies");
            Require(step.Find<AgentTask>(dependency) is not null, "task.unknown-dependency", $"There is no task {dependency}.", "/dependencies");
            step.Append(dependency, TaskDecider.Decide(new AwaitTask(dependency, task.TaskId), step.Get<AgentTask>(dependency), step.Now));
        }
        Plan(step, [FromProfile(step, task)]);
    }

    /// <summary>Sends on those tasks whose dependencies are all completed. Any number of calls releases a task to one attempt only.</summary>
    public static void Release(Step step, IReadOnlyList<Guid> taskIds)
    {
        foreach (var task in Pending(step, taskIds))
        {
            var dependencies = task.Dependencies.Select(id => step.Find<AgentTask>(id)).ToArray();
            if (dependencies.All(dependency => dependency?.Stage == TaskStage.Completed)) step.Next.Execute(task);
            else if (dependencies.FirstOrDefault(dependency => dependency is { IsTerminal: true, Stage: not TaskStage.Completed }) is { } failed)
                End(step, task, TaskDecider.Decide(new SkipTask(task.Id, DependencyFailed(failed)), task, step.Now));
        }
    }

    public static void Skip(Step step, IReadOnlyList<Guid> taskIds, TaskError error)
    {
        foreach (var task in Pending(step, taskIds)) End(step, task, TaskDecider.Decide(new SkipTask(task.Id, error), task, step.Now));
    }

    public static void Cancel(Step step, IReadOnlyList<Guid> taskIds, string reason)
    {
        foreach (var task in taskIds.Select(id => step.Find<AgentTask>(id)).OfType<AgentTask>().Where(task => task is { IsTerminal: false, CommitStarted: false }))
        {
            if (step.Find<HitlItem>(task.HitlId) is { } item) step.Append(item.Id, HitlDecider.Decide(new CancelHitlItem(item.Id, reason), item, step.Now));
            End(step, task, TaskDecider.Decide(new CancelTask(task.Id, reason), task, step.Now));
        }
    }

    /// <summary>Gives a rejected task the planner's other approach, or ends it when there is none or no retry is left.</summary>
    public static void Revise(Step step, FailedItem item, JsonElement? alternative, decimal costUsd)
    {
        var task = step.Get<AgentTask>(item.TaskId);
        step.Append(task.Id, Revised(new(task.Id, task.Attempt, alternative, new(item.ErrorType, item.Reason), costUsd), task, step.Now));
        var revised = step.Get<AgentTask>(item.TaskId);
        if (revised.IsTerminal) step.Next.Ended(revised);
        else if (revised.Attempt != task.Attempt) step.Next.Execute(revised);
    }

    /// <summary>Whose face an image has is the agent's to say, where nobody else has said it (S2.2-13).</summary>
    private static PlanTask FromProfile(Step step, PlanTask task)
    {
        const string field = "character_reference_id";
        if (task.Type != TaskType.GenerateImage || step.Find<Agent>(task.AgentId)?.CharacterReferenceId is not { } character) return task;
        if (task.InputData.ValueKind != JsonValueKind.Object || JsonObject.Create(task.InputData) is not { } input || input[field] is not null) return task;
        input[field] = character;
        return task with { InputData = JsonSerializer.SerializeToElement(input) };
    }

    /// <summary>An input that breaks its schema is no other approach.</summary>
    private static TaskEvent[] Revised(ReviseTask command, AgentTask task, DateTimeOffset now)
    {
        try
        {
            return TaskDecider.Decide(command, task, now);
        }
        catch (RuleViolationException)
        {
            return TaskDecider.Decide(command with { InputData = null }, task, now);
        }
    }

    private static IEnumerable<AgentTask> Pending(Step step, IReadOnlyList<Guid> ids) =>
        ids.Select(id => step.Find<AgentTask>(id)).OfType<AgentTask>().Where(task => task.Stage == TaskStage.Pending).OrderByDescending(task => task.Priority);

    private static void End(Step step, AgentTask task, TaskEvent[] events)
    {
        step.Append(task.Id, events);
        step.Next.Ended(step.Get<AgentTask>(task.Id));
    }

    private static TaskError DependencyFailed(AgentTask failed) =>
        new(ErrorTable.DependencyFailed, $"Task {failed.Id} is {failed.Stage}: {failed.Error?.ErrorType}.");
}
