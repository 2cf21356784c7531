using System.Collections.Concurrent;
using Chimera.Api.Hosting;
using Chimera.Domain.Tasks;
using Chimera.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Benchmarks;

/// <summary>Tells when tasks are completed in the tables: as soon as the page that says so is committed.</summary>
internal sealed class CompletedTasks : IDisposable
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> awaited = new();
    private readonly CancellationTokenSource stop = new();

    public CompletedTasks(ChimeraHost host) => _ = Task.Run(() => Follow(host.App.Services.GetRequiredService<TableFeed>()));

    public Task Await(Guid task) => awaited.GetOrAdd(task, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private async Task Follow(TableFeed feed)
    {
        await foreach (var page in feed.Read(stop.Token))
            foreach (var one in page.Events)
                if (one.Data is TaskEvent and (TaskCompleted or TaskFailed) && awaited.TryRemove(one.StreamId, out var task))
                {
                    if (one.Data is TaskFailed failed) task.SetException(new InvalidOperationException($"Task {one.StreamId} failed: {failed.Error.ErrorMessage}"));
                    else task.SetResult();
                }
    }
}

/// <summary>How long each of N took, in ms.</summary>
internal sealed class Latencies(int count)
{
    private readonly List<double> taken = new(count);
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completed with the last one.</summary>
    public Task All => all.Task.WaitAsync(TimeSpan.FromMinutes(5));

    public void Add(TimeSpan one)
    {
        lock (taken)
        {
            taken.Add(one.TotalMilliseconds);
            if (taken.Count == count) all.SetResult();
        }
    }

    /// <summary>The quantile by rank.</summary>
    public double At(double quantile)
    {
        lock (taken)
        {
            taken.Sort();
            return Math.Round(taken[Math.Clamp((int)Math.Ceiling(quantile * taken.Count) - 1, 0, taken.Count - 1)], 1);
        }
    }
}
