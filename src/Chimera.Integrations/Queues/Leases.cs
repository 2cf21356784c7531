using System.Collections.Concurrent;
using Chimera.Domain.Tasks;

namespace Chimera.Integrations.Queues;

/// <summary>A task that was put into a list, as task or as result, and is not done yet.</summary>
/// <param name="attempt">Null where only the tables say that the task is open.</param>
internal sealed class Lease(Guid taskId, int? attempt, bool review, TimeSpan timeout, DateTimeOffset since)
{
    public Guid TaskId => taskId;
    public int? Attempt => attempt;

    /// <summary>It stands there as a result.</summary>
    public bool Review => review;
    public TimeSpan Timeout => timeout;
    public DateTimeOffset Since => since;

    /// <summary>When it was first found in no list; null as long as it stands in one.</summary>
    public DateTimeOffset? MissingSince { get; set; }
}

/// <summary>What this host has put into lists. Only a memory aid: lost with the process, found again in the tables.</summary>
internal sealed class Leases(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, Lease> leases = new();
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the lists are known to be what they should be.</summary>
    public Task Opened => opened.Task;

    public void Open() => opened.TrySetResult();

    /// <summary>False when this attempt stands there already.</summary>
    public bool Offer(AgentTask task)
    {
        var lease = New(task.Id, task.Attempt, false, task.TimeoutSeconds);
        while (true)
        {
            if (!leases.TryGetValue(task.Id, out var known))
            {
                if (leases.TryAdd(task.Id, lease)) return true;
            }
            else if (known is { Review: false } && known.Attempt == task.Attempt) return false;
            else if (leases.TryUpdate(task.Id, lease, known)) return true;
        }
    }

    public void Present(Guid taskId, int attempt, int timeoutSeconds) => leases[taskId] = New(taskId, attempt, true, timeoutSeconds);

    /// <summary>The tables say that it is open; perhaps it is with somebody.</summary>
    public void Assume(Guid taskId, int timeoutSeconds) => leases.TryAdd(taskId, New(taskId, null, false, timeoutSeconds));

    /// <summary>The task's lease as it is now.</summary>
    public Lease? Of(Guid taskId) => leases.GetValueOrDefault(taskId);

    /// <summary>Nobody has to answer for it any more; a later lease of the same task is left as it is.</summary>
    public void Done(Lease lease) => leases.TryRemove(new(lease.TaskId, lease));

    /// <summary>Drops those of tasks that stand in no list, and returns them.</summary>
    public IReadOnlyList<Guid> Lose(IReadOnlySet<Guid> inLists)
    {
        var lost = leases.Keys.Where(id => !inLists.Contains(id)).ToArray();
        foreach (var id in lost) leases.TryRemove(id, out _);
        return lost;
    }

    public bool AnyOlderThan(TimeSpan age) => leases.Any(pair => clock.GetUtcNow() - pair.Value.Since > (age < pair.Value.Timeout ? age : pair.Value.Timeout));

    /// <summary>Told what stands in the lists, it says of which tasks nothing was seen or heard for their whole timeout.</summary>
    public IReadOnlyList<Lease> Over(IReadOnlySet<Guid> inLists)
    {
        var now = clock.GetUtcNow();
        foreach (var lease in leases.Values) lease.MissingSince = inLists.Contains(lease.TaskId) ? null : lease.MissingSince ?? now;
        return [.. leases.Values.Where(lease => now - lease.MissingSince > lease.Timeout)];
    }

    private Lease New(Guid taskId, int? attempt, bool review, int timeoutSeconds) => new(taskId, attempt, review, TimeSpan.FromSeconds(timeoutSeconds), clock.GetUtcNow());
}
