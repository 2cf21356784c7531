using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;

namespace Chimera.McpServers.Web;

/// <summary>The pauses between looks at something that a platform is still doing: half a second, doubling, until the caller would have waited too long.</summary>
internal sealed class Patience(TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40), Longest = TimeSpan.FromSeconds(8);

    private readonly long _since = clock.GetTimestamp();
    private TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Nothing is out, or it is noted: the same call goes on where it was.</summary>
    public static ToolErrorException Over(string platform) =>
        new(ErrorTable.WorkerError, $"{platform} is still working on it: ask again under the same key.", retryAfterSeconds: 60);

    /// <param name="wanted">What the platform asks for, if it does.</param>
    /// <returns>False when it is over.</returns>
    public async Task<bool> Wait(TimeSpan? wanted, CancellationToken cancellation)
    {
        if (clock.GetElapsedTime(_since) > Limit) return false;
        var pause = wanted ?? _pause;
        await Task.Delay(pause < Longest ? pause : Longest, clock, cancellation);
        _pause *= 2;
        return true;
    }
}
