using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Judging;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Rules;

/// <summary>An attempt has one result, made of what it waited for; of a task's results one is accepted, and at most one took effect.</summary>
internal sealed class ResultRules(World world)
{
    private readonly HashSet<(Guid Task, int Attempt)> attempts = [];
    private readonly HashSet<Guid> effects = [];

    public void Folded(Guid id, object data, object? after)
    {
        if (after is not TaskResult result) return;
        if (data is ResultSubmitted submitted)
        {
            world.Names.Give(id, $"{world.Names.Of(result.TaskId)}/{result.Attempt}{(submitted.Metadata.ModelUsed == Judge.HumanModel ? "h" : "")}");
            world.Names.Give(Domain.DerivedId.OfHitlItem(id), $"hitl {world.Names.Of(id)}");
            if (submitted.Metadata.ModelUsed != Judge.HumanModel && !attempts.Add((result.TaskId, result.Attempt)))
                world.Break("result-once", $"{world.Names.Of(id)} has a second result");
            if (submitted.ErrorDetails?.ErrorType == ErrorTable.DependencyFailed)
                world.Break("task-inputs", $"{world.Names.Of(id)} was begun without what it waited for: {submitted.ErrorDetails.ErrorMessage}");
        }
        if (data is EffectSucceeded && !effects.Add(result.TaskId)) world.Break("effect-twice", $"A second effect of {world.Names.Of(result.TaskId)} is recorded");
    }

    public void Committed(Change change, object? state)
    {
        if (state is not TaskResult result || !change.Events.OfType<ResultApproved>().Any()) return;
        var task = world.Store.Find<AgentTask>(result.TaskId);
        if (task?.ResultId != result.Id || task.Stage is not (TaskStage.Approved or TaskStage.Completed) || task.Attempt != result.Attempt)
            world.Break("result-accepted", $"{world.Names.Of(result.Id)} was approved; its task is {task?.Stage} at attempt {task?.Attempt}, " +
                $"with {world.Names.Of(task?.ResultId ?? default)}");
    }
}
