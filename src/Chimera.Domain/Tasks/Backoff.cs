namespace Chimera.Domain.Tasks;

/// <summary>How long a failed attempt waits before the next.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromMinutes(5), LongestWish = TimeSpan.FromDays(1);

    /// <summary>The usual pause, or longer where the platform wants to be left alone longer, up to a day.</summary>
    public static TimeSpan After(Guid taskId, int retryCount, TaskError error)
    {
        var (usual, wish) = (After(taskId, retryCount), TimeSpan.FromSeconds(Math.Clamp(error.RetryAfterSeconds ?? 0, 0, (int)LongestWish.TotalSeconds)));
        return wish > usual ? wish : usual;
    }

    /// <summary>
    /// One second, doubling with each retry up to five minutes, times a jitter of 0.8 to 1.2 that follows from the task and the retry:
    /// tasks that failed together do not return together, and a replay waits the same.
    /// </summary>
    public static TimeSpan After(Guid taskId, int retryCount)
    {
        var doubled = First * Math.Pow(2, Math.Min(retryCount, 16));
        var jitter = 0.8 + 0.4 * (DerivedId.Of(taskId, $"backoff/{retryCount}").ToByteArray()[^1] / 255.0);
        return (doubled < Longest ? doubled : Longest) * jitter;
    }
}
