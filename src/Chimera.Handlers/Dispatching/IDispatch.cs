using Chimera.Domain.Results;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Dispatching;

/// <summary>Lists outside the database, from which workers take tasks and judges take results (ADR 0017). What stands in them can be lost; the streams know it.</summary>
public interface IDispatch
{
    /// <summary>Puts each task into its agent's list, unless its attempt was put there before; false when the lists cannot be reached.</summary>
    Task<bool> Offer(IReadOnlyList<AgentTask> tasks);

    /// <summary>Puts results that wait for a judgement into the judges' list; false when it cannot be reached.</summary>
    Task<bool> Present(IReadOnlyList<TaskResult> results);
}
