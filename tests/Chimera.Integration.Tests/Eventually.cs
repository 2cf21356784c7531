using System.Diagnostics;

namespace Chimera.Integration.Tests;

/// <summary>Waits for what the pipeline brings about in its own time, and no longer than a bound.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30), Pause = TimeSpan.FromMilliseconds(50);

    public static async Task<T> Is<T>(Func<Task<T>> look, Func<T, bool> holds, string what, TimeSpan? bound = null)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            var seen = await look();
            if (holds(seen)) return seen;
            Assert.True(clock.Elapsed < (bound ?? Bound), $"Waited {clock.Elapsed.TotalSeconds:0} s for {what}; at the end it was: {seen}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
