using Chimera.Projections;
using Npgsql;

namespace Chimera.Benchmarks;

/// <summary>Fills the tables directly: what is measured is reading, and no pipeline is needed for that.</summary>
internal static class GraphQLSeed
{
    public const int Agents = 50;

    private const string Rows = """
        insert into {0}.agents (agent_id, name, bio, soul_md_path, metadata)
        select md5('agent' || i)::uuid, 'Agent ' || i, 'Walks.', 'agent.md', '{}' from generate_series(1, $1) i;
        insert into {0}.campaigns (campaign_id, name, agent_ids, start_date, budget_usd, goals)
        select md5('campaign' || i)::uuid, 'Campaign ' || i, array(select md5('agent' || a)::uuid from generate_series(1, 5) a), now(), 1000, '[]' from generate_series(1, 20) i;
        insert into {0}.tasks (task_id, agent_id, campaign_id, task_type, priority, status, input_data, dependencies, trace_id, created_at)
        select md5('task' || i)::uuid, md5('agent' || (i % $1 + 1))::uuid, md5('campaign' || (i % 20 + 1))::uuid, 'generate_post', i / 7 % 10,
            (array['completed', 'pending', 'in_progress', 'completed', 'failed', 'completed', 'escalated', 'pending'])[i / $1 % 8 + 1],
            jsonb_build_object('topic', 'walking', 'platform', 'twitter', 'key_message', repeat('x', 400)), '{}', md5('trace' || i), now() - i * interval '1 second'
        from generate_series(1, $2) i;
        insert into {0}.results (result_id, task_id, worker_id, status, output_data, metadata, created_at, trace_id)
        select md5('result' || i || ' ' || n)::uuid, md5('task' || i)::uuid, md5('worker')::uuid, case when n = 1 then 'failure' else 'success' end,
            jsonb_build_object('text', repeat('y', 300)), '{"model_used": "none", "cost_usd": 0.01}', now() - i * interval '1 second' + n * interval '100 milliseconds', md5('trace' || i)
        from generate_series(1, $2) i, generate_series(1, 2) n;
        insert into {0}.counters (counter, id, bucket, word, number, amount)
        select 'tasks', '00000000-0000-0000-0000-000000000000', 'epoch', status, count(*), 0 from {0}.tasks group by status;
        """;

    public static async Task Fill(NpgsqlDataSource database, int tasks)
    {
        foreach (var statement in Rows.Replace("{0}", TableSet.LiveSchema, StringComparison.Ordinal).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = database.CreateCommand(statement);
            command.CommandTimeout = 0;
            if (statement.Contains("$1", StringComparison.Ordinal) || statement.Contains("$2", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = Agents });
            if (statement.Contains("$2", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = tasks });
            await command.ExecuteNonQueryAsync();
        }
        await using var vacuum = database.CreateCommand("vacuum analyze");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
    }
}
