using Npgsql;

namespace Chimera.Projections;

/// <summary>How far a schema of tables is; the row lies in the schema itself, so renaming the schema takes it along.</summary>
/// <param name="Version">Of the <see cref="TableSet"/> that made it.</param>
/// <param name="Sequence">The last event that is in the tables.</param>
/// <param name="Revision">Raised when rows change other than by following the log.</param>
/// <param name="State"><c>live</c>, <c>building</c>, <c>previous</c>, <c>as_of</c>, or <c>rolled_back</c>: live again, and not to be replaced unasked.</param>
public sealed record TableSetState(int Version, long Sequence, long Revision, string State, DateTimeOffset BuiltAt, DateTimeOffset MovedAt)
{
    public const string Live = "live", Building = "building", Previous = "previous", AsOf = "as_of", RolledBack = "rolled_back";

    internal const string Columns = "version, sequence, revision, state, built_at, moved_at";

    internal static string Create(string schema, bool unlogged) => $"""
        create {(unlogged ? "unlogged " : "")}table {schema}.table_set (only_row boolean primary key default true check (only_row), version int not null, sequence bigint not null,
            revision bigint not null default 0, state varchar(20) not null, built_at timestamptz not null default now(), moved_at timestamptz not null default now());
        """;

    /// <summary>Moves the tables on, if they are still where this says they are: the fence of every write.</summary>
    internal NpgsqlBatchCommand MoveTo(TableSetState to, string schema)
    {
        var fence = new NpgsqlBatchCommand($"""
            update {schema}.table_set set sequence = $1, revision = $2, moved_at = now() where version = $3 and sequence = $4 and revision = $5 and state = $6
            """);
        foreach (var value in new object[] { to.Sequence, to.Revision, Version, Sequence, Revision, State }) fence.Parameters.Add(new() { Value = value });
        return fence;
    }

    /// <summary>Null when there is no such schema of tables.</summary>
    public static async Task<TableSetState?> Of(NpgsqlDataSource database, string schema, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Of(connection, schema, cancellation);
    }

    internal static async Task<TableSetState?> Of(NpgsqlConnection connection, string schema, CancellationToken cancellation, bool locked = false)
    {
        await using var exists = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = $"{schema}.table_set" } } };
        if (await exists.ExecuteScalarAsync(cancellation) is not true) return null;
        await using var command = new NpgsqlCommand($"select {Columns} from {schema}.table_set{(locked ? " for update" : "")}", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(5))
            : null;
    }
}
