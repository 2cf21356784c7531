using System.Text.Json;
using Chimera.Domain;
using Chimera.Projections.Rebuilding;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Projections;

/// <summary>Every rebuild with its report, kept in the database.</summary>
public sealed class RebuildLog(NpgsqlDataSource database)
{
    private const string Columns = "rebuild_id, table_name, requested_by, started_at, ended_at, state, events, total, report, error";

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RebuildStatus>> List(int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {Columns} from chimera_control.rebuilds order by started_at desc limit $1");
        command.Parameters.Add(new() { Value = most });
        return await Read(command, cancellation);
    }

    public async Task<RebuildStatus?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {Columns} from chimera_control.rebuilds where rebuild_id = $1");
        command.Parameters.Add(new() { Value = id });
        return (await Read(command, cancellation)).SingleOrDefault();
    }

    internal async Task Store(RebuildStatus status, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            insert into chimera_control.rebuilds ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (rebuild_id) do update set ended_at = excluded.ended_at, state = excluded.state, events = excluded.events, total = excluded.total,
                report = excluded.report, error = excluded.error
            """);
        foreach (var (value, type) in new (object?, NpgsqlDbType)[]
        {
            (status.RebuildId, NpgsqlDbType.Uuid), (status.Table, NpgsqlDbType.Varchar), (status.RequestedBy, NpgsqlDbType.Varchar),
            (status.StartedAt, NpgsqlDbType.TimestampTz), (status.EndedAt, NpgsqlDbType.TimestampTz), (status.State, NpgsqlDbType.Varchar),
            (status.Events, NpgsqlDbType.Bigint), (status.Total, NpgsqlDbType.Bigint),
            (JsonSerializer.Serialize(status.Report, ChimeraJson.Stored), NpgsqlDbType.Jsonb), (status.Error, NpgsqlDbType.Text)
        }) command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>While nobody has the lock no rebuild runs: what is said to run was cut off.</summary>
    internal async Task CloseCutOff(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"update chimera_control.rebuilds set state = 'failed', ended_at = now(), error = 'The process ended before the rebuild did.' where state = 'running' and not {DatabaseLock.HeldSql}");
        command.Parameters.Add(new() { Value = TableRebuild.Lock });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<RebuildStatus>> Read(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<RebuildStatus>();
        while (await row.ReadAsync(cancellation)) found.Add(Status(row));
        return found;
    }

    private static RebuildStatus Status(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? "" : row.GetString(2), row.GetFieldValue<DateTimeOffset>(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4), row.GetString(5), "", row.GetInt64(6), row.GetInt64(7),
        row.IsDBNull(8) ? [] : JsonSerializer.Deserialize<List<TableReport>>(row.GetString(8), ChimeraJson.Stored)!, row.IsDBNull(9) ? null : row.GetString(9));
}
