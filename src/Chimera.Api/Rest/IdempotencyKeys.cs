using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>The answers to keyed requests, kept for a day.</summary>
internal sealed class IdempotencyKeys(NpgsqlDataSource database) : IHostedService, IDisposable
{
    internal const string Table = "chimera_messages.idempotency_keys", Young = "created_at > now() - interval '24 hours'";
    private const int RequestsBetweenPurges = 200, MostHeld = 16;

    // A held key holds a connection while its command needs another: with all of the pool held, everybody would wait for everybody.
    private readonly SemaphoreSlim places = new(MostHeld);
    private int requests;

    public Task StartAsync(CancellationToken cancellation) => Purge(cancellation);

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    public void Dispose() => places.Dispose();

    /// <summary>Takes the key for the length of the request.</summary>
    /// <exception cref="RefusedRequestException">Another request holds it, or it was used for another body.</exception>
    public async Task<HeldKey> Hold(string key, string route, string sha256, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref requests) % RequestsBetweenPurges == 0) await Purge(cancellation);
        await places.WaitAsync(cancellation);
        var held = new HeldKey(database, key, route, () => places.Release());
        try
        {
            await held.Take(sha256, cancellation);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    private async Task Purge(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"delete from {Table} where not ({Young})");
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
