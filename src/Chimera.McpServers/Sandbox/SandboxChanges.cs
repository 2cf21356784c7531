using System.Runtime.CompilerServices;
using Chimera.McpServers.Hosting;
using Npgsql;

namespace Chimera.McpServers.Sandbox;

/// <summary>What the sandbox's tables tell of their changes.</summary>
internal static class SandboxChanges
{
    private const int ForEver = 0;

    /// <summary>The resource's address each time that it has changed, and where it changes by itself each time that this is due.</summary>
    public static async IAsyncEnumerable<string> Changes(
        this Database sandbox, string uri, Func<TimeSpan>? due, Action listening, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var told = new Queue<string>();
        await using var connection = await (await sandbox.Ready(cancellation)).OpenConnectionAsync(cancellation);
        connection.Notification += (_, notification) => told.Enqueue(notification.Payload);
        await using (var listen = new NpgsqlCommand("listen chimera_sandbox", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        listening();
        while (true)
        {
            if (!await connection.WaitAsync(due is null ? ForEver : Math.Max(1, (int)due().TotalMilliseconds), cancellation)) yield return uri;
            while (told.TryDequeue(out var changed))
                if (changed == uri) yield return uri;
        }
    }
}
