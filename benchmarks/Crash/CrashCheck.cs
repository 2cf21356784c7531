using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Chimera.Benchmarks.Crash;

/// <summary>What must hold when all is over, whatever was killed.</summary>
internal sealed class CrashCheck(CrashedHost host, CrashLoad load)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Waits until the tables have all events and nothing is open any more; people go on deciding.</summary>
    public async Task Settle()
    {
        var end = DateTime.UtcNow + Patience;
        while (await Unseen() + await Unresolved() > 0 && DateTime.UtcNow < end)
        {
            await load.DecideAll(default);
            await Task.Delay(500);
        }
    }

    public Task<long> Tasks() => Ask("select count(*) from chimera.tasks");

    /// <summary>What was confirmed and is not there.</summary>
    public async Task<long> Lost() =>
        await Ask("select count(*) from unnest($1) id where not exists (select from chimera.tasks where task_id = id)", load.Confirmed.Tasks.ToArray()) +
        await Ask("select count(*) from unnest($1) id where not exists (select from chimera.campaigns where campaign_id = id)", load.Confirmed.Campaigns.ToArray());

    /// <summary>Tasks that ended twice, or have two accepted results, and completed ones that have none.</summary>
    public async Task<long> Doubled() =>
        await Ask("select count(*) from (select stream_id from chimera_events.mt_events where type in ('task_completed', 'task_failed', 'task_skipped') group by 1 having count(*) > 1) twice") +
        await Ask("""
            select count(*) from chimera.tasks t where (t.status = 'completed') <> (
                select count(*) filter (where e.type = 'result_approved') = 1 from chimera.results r
                join chimera_events.mt_events e on e.stream_id = r.result_id where r.task_id = t.task_id)
            and (t.status = 'completed' or (select count(*) from chimera.results r join chimera_events.mt_events e on e.stream_id = r.result_id and e.type = 'result_approved' where r.task_id = t.task_id) > 1)
            """);

    /// <summary>Posts that a network has twice, and posts without a completed task.</summary>
    public async Task<long> EffectsDoubled()
    {
        var posts = await Ask("select count(*) from chimera_sandbox.posts");
        var completed = await Ask("select count(*) from chimera.tasks where task_type = 'post_content' and status = 'completed'");
        return await Ask("select count(*) from (select idempotency_key from chimera_sandbox.posts group by 1 having count(*) > 1) twice") + Math.Max(0, posts - completed);
    }

    /// <summary>Tasks that are not over, and messages that were given up.</summary>
    public async Task<long> Unresolved() =>
        await Ask("select count(*) from chimera.tasks where status not in ('completed', 'failed')") +
        await Ask("select count(*) from chimera.campaigns where status = 'active'") +
        await Ask("select count(*) from chimera_messages.wolverine_dead_letters");

    /// <summary>Whether a rebuild from the events finds every row of the tables equal.</summary>
    public async Task<bool> TablesEqualStreams()
    {
        var started = await (await host.Client.PostAsJsonAsync("projections/rebuild", new { expect_equal = true })).Content.ReadFromJsonAsync<JsonElement>();
        var id = started.GetProperty("rebuild_id").GetGuid();
        while (true)
        {
            var rebuild = await host.Client.GetFromJsonAsync<JsonElement>($"projections/rebuilds/{id}");
            if (rebuild.GetProperty("state").GetString() is var state and not "running") return state == "equal";
            await Task.Delay(200);
        }
    }

    private Task<long> Unseen() => Ask("select count(*) from chimera_events.mt_events e, chimera.table_set tables where e.seq_id > tables.sequence");

    private async Task<long> Ask(string question, Guid[]? ids = null)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = 0 };
        if (ids is not null) command.Parameters.Add(new() { Value = ids });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
