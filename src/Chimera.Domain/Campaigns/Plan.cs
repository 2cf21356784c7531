using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using static Chimera.Domain.Rule;

namespace Chimera.Domain.Campaigns;

/// <summary>What makes a set of tasks a plan: an acyclic graph within the campaign's constraints.</summary>
public static class Plan
{
    /// <summary>Every rule of a plan; pointers name the task by its position, <c>/tasks/3/dependencies</c>.</summary>
    public static void Validate(IReadOnlyList<PlanTask> tasks, Campaign campaign)
    {
        var limits = campaign.Constraints;
        Require(limits.MaxTasks is not { } most || tasks.Count <= most, "campaign.max-tasks", $"The plan has {tasks.Count} tasks; {limits.MaxTasks} are allowed.");
        for (var i = 0; i < tasks.Count; i++)
        {
            Require(campaign.AgentIds.Contains(tasks[i].AgentId), "campaign.unknown-agent", "The task's agent is not in the campaign.", $"/tasks/{i}/agent_id");
            Require(limits.AllowedTaskTypes?.Contains(tasks[i].Type) != false, "campaign.task-type", "The task's type is not allowed.", $"/tasks/{i}/type");
            RequireSound(tasks[i], $"/tasks/{i}");
            var input = TaskSchemas.ReadInput(tasks[i].Type, tasks[i].InputData, $"/tasks/{i}/input_data");
            Require(PlatformOf(input) is not { } platform || limits.AllowedPlatforms?.Contains(platform) != false,
                "campaign.platform", "The task's platform is not allowed.", $"/tasks/{i}/input_data/platform");
        }
        RequireAcyclic(tasks);
    }

    /// <summary>Kahn's algorithm, linear in tasks and edges: what is left when nothing is free any more stands in or behind a cycle.</summary>
    public static void RequireAcyclic(IReadOnlyList<PlanTask> tasks)
    {
        var position = new Dictionary<Guid, int>(tasks.Count);
        for (var i = 0; i < tasks.Count; i++)
            Require(position.TryAdd(tasks[i].TaskId, i), "campaign.duplicate-task", "The task is in the plan already.", $"/tasks/{i}/task_id");
        var waits = new int[tasks.Count];
        var followers = new List<int>[tasks.Count];
        for (var i = 0; i < tasks.Count; i++) followers[i] = [];
        for (var i = 0; i < tasks.Count; i++)
        {
            foreach (var dependency in tasks[i].Dependencies ?? [])
            {
                Require(position.TryGetValue(dependency, out var before), "task.unknown-dependency", $"No task {dependency} is in the plan.", $"/tasks/{i}/dependencies");
                followers[before].Add(i);
                waits[i]++;
            }
        }

        var free = new Queue<int>(Enumerable.Range(0, tasks.Count).Where(i => waits[i] == 0));
        for (var done = 0; free.TryDequeue(out var next); done++)
            foreach (var follower in followers[next])
                if (--waits[follower] == 0) free.Enqueue(follower);
        var stuck = Array.FindIndex(waits, wait => wait > 0);
        Require(stuck < 0, "task.cyclic-dependencies", "The tasks wait for each other in a circle.", $"/tasks/{stuck}/dependencies");
    }

    /// <summary>What would be refused when its stream is started is refused before anything of the plan is reserved.</summary>
    private static void RequireSound(PlanTask task, string at)
    {
        try
        {
            TaskDecider.Decide(task, default);
        }
        catch (RuleViolationException broken)
        {
            throw new RuleViolationException(broken.Code, broken.Message, at + broken.Pointer);
        }
    }

    private static Platform? PlatformOf(TaskInput input) => input switch
    {
        GeneratePostInput post => post.Platform,
        PostContentInput post => post.Platform,
        ReplyCommentInput reply => reply.Platform,
        _ => null
    };
}
