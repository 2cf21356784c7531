using Npgsql;

namespace Chimera.Api.Hosting;

/// <summary>Which tables are live, and up to which event they have come.</summary>
internal sealed record TableSetState(int Version, string State, long Sequence)
{
    private const string Table = "chimera.table_set";

    /// <summary>Null in a database that is older than its record.</summary>
    public static async Task<TableSetState?> Read(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var looked = database.CreateCommand($"select to_regclass('{Table}') is not null");
        if (!(bool)(await looked.ExecuteScalarAsync(cancellation))!) return null;
        await using var command = database.CreateCommand($"select version, state, sequence from {Table}");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetInt32(0), row.GetString(1), row.GetInt64(2)) : null;
    }
}
