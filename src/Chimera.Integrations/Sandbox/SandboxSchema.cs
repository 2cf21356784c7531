using Npgsql;

namespace Chimera.Integrations.Sandbox;

/// <summary>Creates the sandbox's table once a process; several processes may start together.</summary>
internal sealed class SandboxSchema(NpgsqlDataSource database)
{
    // the lock makes concurrent starts wait: "if not exists" alone races inside the catalogue
    private const string Ddl = """
        select pg_advisory_xact_lock(hashtext('chimera_sandbox'));
        create schema if not exists chimera_sandbox;
        create table if not exists chimera_sandbox.posts (
            position bigint generated always as identity,
            post_id text primary key,
            platform text not null,
            agent_id uuid not null,
            handle text,
            text text,
            media_urls text[] not null,
            reply_to text,
            idempotency_key text not null unique,
            posted_at timestamptz not null);
        create index if not exists posts_latest on chimera_sandbox.posts (position desc);
        create index if not exists posts_same_text on chimera_sandbox.posts (agent_id, platform, md5(text)) where text is not null;
        """;

    private volatile bool _created;

    public async Task Ensure(CancellationToken cancellation)
    {
        if (_created) return;
        await Create(cancellation);
        _created = true;
    }

    private async Task Create(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var ddl = new NpgsqlCommand(Ddl, connection, transaction);
        await ddl.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
