using Npgsql;

namespace Chimera.Projections;

/// <summary>A lock in the database that all processes share; it goes with its connection when a process dies.</summary>
internal sealed class DatabaseLock : IAsyncDisposable
{
    /// <summary>True while anybody has the lock that $1 names.</summary>
    public const string HeldSql = """
        exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
            and database = (select oid from pg_database where datname = current_database())
            and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0))
        """;

    private readonly NpgsqlConnection connection;
    private readonly string name;

    private DatabaseLock(NpgsqlConnection connection, string name) => (this.connection, this.name) = (connection, name);

    /// <summary>Waits until the lock is free.</summary>
    public static async Task<DatabaseLock> Take(NpgsqlDataSource database, string name, CancellationToken cancellation) =>
        (await Ask(database, name, "pg_advisory_lock", cancellation))!;

    /// <summary>Null when somebody else has it.</summary>
    public static Task<DatabaseLock?> TryTake(NpgsqlDataSource database, string name, CancellationToken cancellation) =>
        Ask(database, name, "pg_try_advisory_lock", cancellation);

    /// <summary>Whether anybody has the lock at this moment.</summary>
    public static async Task<bool> IsHeld(NpgsqlDataSource database, string name, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {HeldSql}");
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>False when the connection is gone, and the lock with it.</summary>
    public async Task<bool> IsAlive(CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand("select", connection);
            await command.ExecuteNonQueryAsync(cancellation);
            return true;
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A pooled connection would keep the lock until its next use.
            await Call(connection, name, "pg_advisory_unlock", CancellationToken.None);
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    private static async Task<DatabaseLock?> Ask(NpgsqlDataSource database, string name, string function, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            if (await Call(connection, name, function, cancellation) is not false) return new(connection, name);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    private static async Task<object?> Call(NpgsqlConnection connection, string name, string function, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {function}(hashtextextended($1, 0))", connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(cancellation);
    }
}
