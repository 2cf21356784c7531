using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Rules;

/// <summary>A task ends once, runs only after those it waits for, and is tried no more often than it may.</summary>
internal sealed class TaskRules(World world)
{
    public void Folded(Guid id, object? before, object data, object? after)
    {
        if (data is not TaskEvent || after is not AgentTask task) return;
        if (before is AgentTask { IsTerminal: true } ended && data is not (TaskReopened or TaskAwaited))
            world.Break("task-ended", $"{world.Names.Of(id)} is {ended.Stage}, and then {data.GetType().Name} happened");
        var waitedFor = data is TaskStarted ? task.Dependencies.FirstOrDefault(other => world.Store.Find<AgentTask>(other)?.Stage != TaskStage.Completed) : default;
        if (waitedFor != default) world.Break("task-order", $"{world.Names.Of(id)} was started before {world.Names.Of(waitedFor)} was completed");
        if (task.RetryCount > task.MaxRetries)
            world.Break("task-retries", $"{world.Names.Of(id)} was tried again {task.RetryCount} times; {task.MaxRetries} are allowed");
    }

    public void Committed(object? state)
    {
        if (state is not AgentTask { Stage: TaskStage.Completed } task) return;
        var accepted = world.Store.Find<TaskResult>(task.ResultId);
        var wanted = task.Type.HasEffect() && !task.DryRun ? ResultStage.Committed : ResultStage.Approved;
        if (accepted?.Stage != wanted || accepted.TaskId != task.Id)
            world.Break("task-result", $"{world.Names.Of(task.Id)} is completed; its result is {accepted?.Stage.ToString() ?? "missing"} and must be {wanted}");
    }
}
