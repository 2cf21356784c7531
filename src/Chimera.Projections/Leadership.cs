using Npgsql;

namespace Chimera.Projections;

/// <summary>A task that one process at a time has, and another takes over when it dies.</summary>
public sealed class Leadership(NpgsqlDataSource database, string name) : IAsyncDisposable
{
    private DatabaseLock? held;

    /// <summary>True while it is this process's. Asks the database each time, so that a lock that went with its connection is not believed in.</summary>
    public async Task<bool> IsMine(CancellationToken cancellation)
    {
        if (held is not null && await held.IsAlive(cancellation)) return true;
        await DisposeAsync();
        held = await DatabaseLock.TryTake(database, name, cancellation);
        return held is not null;
    }

    public async ValueTask DisposeAsync()
    {
        if (held is not { } taken) return;
        held = null;
        try
        {
            await taken.DisposeAsync();
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // it went with its connection
        }
    }
}
