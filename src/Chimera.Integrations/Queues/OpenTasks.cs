using Npgsql;

namespace Chimera.Integrations.Queues;

/// <summary>The tasks that are not over, by the tables and by what the log has beyond them.</summary>
internal sealed class OpenTasks(NpgsqlDataSource database)
{
    private const string Sql = """
        select task_id, timeout_seconds from chimera.tasks where status in ('pending', 'in_progress')
        union all
        select distinct e.stream_id, 300 from chimera_events.mt_events e
        where e.seq_id > (select sequence from chimera.table_set) and e.type in ('task_planned', 'task_reopened')
        """;

    public async Task<IReadOnlyList<(Guid TaskId, int TimeoutSeconds)>> Read(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tasks = new List<(Guid, int)>();
        while (await reader.ReadAsync(cancellation)) tasks.Add((reader.GetGuid(0), reader.GetInt32(1)));
        return tasks;
    }
}
