using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>The answers to keyed requests, kept for a day.</summary>
internal sealed class IdempotencyKeys(NpgsqlDataSource database) : IHostedService, IDisposable
{
    internal const string Table = "chimera_messages.idempotency_keys", Young = "created_at > now() - interval '24 hours'";
    private const int RequestsBetweenPurges = 200, MostHeld = 16;

    // The lock makes hosts that start together wait: "if not exists" alone races inside the catalogue.
    private const string Ddl = $"""
        select pg_advisory_xact_lock(hashtext('{Table}'));
        create schema if not exists chimera_messages;
        create table if not exists {Table} (
            key text not null,
            route text not null,
            request_sha256 text not null,
            status integer,
            body bytea,
            location text,
            etag text,
            created_at timestamptz not null default now(),
            primary key (key, route));
        create index if not exists idempotency_keys_age on {Table} (created_at);
        """;

    // A held key holds a connection while its command needs another: with all of the pool held, everybody would wait for everybody.
    private readonly SemaphoreSlim places = new(MostHeld);
    private int requests;

    public async Task StartAsync(CancellationToken cancellation)
    {
        await Run(Ddl, cancellation); // statements sent together are one transaction
        await Purge(cancellation);
    }

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

    private Task Purge(CancellationToken cancellation) => Run($"delete from {Table} where not ({Young})", cancellation);

    private async Task Run(string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
