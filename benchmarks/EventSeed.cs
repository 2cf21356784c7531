using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Projections.Events;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.Benchmarks;

/// <summary>
/// Writes a past straight into the store: agents, campaigns, and tasks with their results in mixed life-cycles, 512 of them interleaved, about 600 bytes of
/// data an event.
/// </summary>
internal sealed class EventSeed(NpgsqlDataSource database)
{
    private const int Agents = 50, TasksOfACampaign = 5000, InFlight = 512;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonElement Input = ChimeraJson.Write(new GeneratePostInput("benchmark", Platform.Instagram, KeyMessage: new string('i', 1000)));
    private static readonly JsonElement Output = ChimeraJson.Write(new GeneratePostOutput(new string('o', 850), [], 0.5, new(true, [])));
    private static readonly ResultMetadata Metadata = new(120, 0.0012m, 0.9, "offline", 300);
    private static readonly Judgement Judged = new(Decision.Approve, "all checks pass", "2026-01", 0.9,
        [new("persona", 0.93, [], "sounds like the agent", "offline"), new("safety", 1, [], "nothing found", "offline")]);

    private readonly Guid[] agents = [.. Enumerable.Range(0, Agents).Select(_ => Guid.CreateVersion7())];
    private readonly Dictionary<Guid, long> versions = [];
    private NpgsqlBinaryImporter copy = null!;
    private long sequence, bytes;

    /// <summary>Data bytes of an event, on average.</summary>
    public long MeanBytes => bytes / Math.Max(1, sequence);

    public async Task<long> Write(long events)
    {
        await Run("truncate chimera_events.mt_events, chimera_events.mt_streams");
        await using (var connection = await database.OpenConnectionAsync())
        {
            // streams follow their events here: the foreign key is not asked while they are written
            await using (var replica = new NpgsqlCommand("set session_replication_role = replica", connection)) await replica.ExecuteNonQueryAsync();
            copy = await connection.BeginBinaryImportAsync(
                "copy chimera_events.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers, user_name, is_archived) from stdin (format binary)");
            foreach (var agent in agents)
                Append(agent, new AgentCreated(agent, "Agent " + agent, "Bio", new("a.md", [], [], []), new("# A", "aa"), new("ada"), null, null, Start));
            WriteTasks(events);
            await copy.CompleteAsync();
            await copy.DisposeAsync();
        }
        await Run($"""
            insert into chimera_events.mt_streams (id, version, timestamp, tenant_id) select stream_id, max(version), max(timestamp), '*DEFAULT*' from chimera_events.mt_events group by stream_id;
            select setval('chimera_events.mt_events_sequence', {sequence}); analyze chimera_events.mt_events; analyze chimera_events.mt_streams
            """);
        return sequence;
    }

    private void WriteTasks(long events)
    {
        var lives = new Queue<IEnumerator<(Guid Stream, object Event)>>();
        var campaign = Guid.Empty;
        for (var task = 0; sequence < events; task++)
        {
            if (task % TasksOfACampaign == 0) campaign = NewCampaign();
            lives.Enqueue(Life(task, campaign).GetEnumerator());
            if (task % 100 == 99) Append(campaign, new TasksSettled([], [], 0, 0.12m, Time()));
            while (lives.Count >= InFlight) Step(lives);
        }
        while (lives.Count > 0) Step(lives);
    }

    private void Step(Queue<IEnumerator<(Guid Stream, object Event)>> lives)
    {
        var life = lives.Dequeue();
        if (!life.MoveNext()) return;
        Append(life.Current.Stream, life.Current.Event);
        lives.Enqueue(life);
    }

    private IEnumerable<(Guid, object)> Life(int number, Guid campaign)
    {
        var (task, agent, worker, result) = (Guid.CreateVersion7(), agents[number % Agents], agents[0], Guid.CreateVersion7());
        yield return (task, new TaskPlanned(task, agent, campaign, TaskType.GeneratePost, 1 + number % 10, Input, [], [], 3, 300, "trace-" + task, 0.01m, false, null, Time()));
        yield return (task, new TaskStarted(worker, 0, Time()));
        if (number % 10 == 3)
        {
            yield return (task, new TaskRetryScheduled(1, new("TIMEOUT", "took too long"), 0.001m, Time(), Time()));
            yield return (task, new TaskStarted(worker, 1, Time()));
        }
        if (number % 50 == 7)
        {
            yield return (task, new TaskFailed(new("INVALID_PROMPT", "refused"), 0.001m, Time()));
            yield break;
        }
        yield return (result, new ResultSubmitted(result, task, worker, TaskType.GeneratePost, 0, ResultStatus.Success, Output, Metadata, null, "trace-" + task, Time()));
        if (number % 20 == 11)
        {
            var hitl = Guid.CreateVersion7();
            yield return (result, new ResultEscalated(hitl, "low confidence", Judged, Time()));
            yield return (hitl, new HitlItemOpened(hitl, task, result, agent, campaign, "low confidence", Output, 5, Time()));
            yield return (task, new TaskEscalated(result, hitl, "low confidence", Time()));
            yield return (hitl, new HitlItemDecided(HitlDecision.Approve, "eve", null, null, Time()));
        }
        yield return (result, new ResultApproved("judge", null, new string('a', 64), Judged, Time()));
        yield return (task, new TaskCompleted(result, 0.0012m, Time()));
    }

    private Guid NewCampaign()
    {
        var id = Guid.CreateVersion7();
        Append(id, new CampaignCreated(id, "Benchmark", null, agents, Start, null, 1000, [new("Be known", ["x"], [Platform.Instagram], 1)], PlanConstraints.None, false,
            CampaignStatus.Active, "trace-" + id, Time()));
        return id;
    }

    private DateTimeOffset Time() => Start.AddMilliseconds(sequence);

    private void Append(Guid stream, object @event)
    {
        var version = versions[stream] = versions.GetValueOrDefault(stream) + 1;
        var data = JsonSerializer.SerializeToUtf8Bytes(@event, @event.GetType(), ChimeraJson.Stored);
        bytes += data.Length;
        copy.StartRow();
        copy.Write(++sequence, NpgsqlDbType.Bigint);
        copy.Write(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
        copy.Write(stream, NpgsqlDbType.Uuid);
        copy.Write(version, NpgsqlDbType.Bigint);
        copy.Write(data, NpgsqlDbType.Jsonb);
        copy.Write(EventTypes.NameOf(@event.GetType()), NpgsqlDbType.Varchar);
        copy.Write(Time(), NpgsqlDbType.TimestampTz);
        copy.Write("*DEFAULT*", NpgsqlDbType.Varchar);
        copy.Write($$"""{"trace_id":"trace-{{stream}}","source":"model"}""", NpgsqlDbType.Jsonb);
        copy.Write("operator", NpgsqlDbType.Varchar);
        copy.Write(false, NpgsqlDbType.Boolean);
        if (version > 1 && @event is TaskCompleted or TaskFailed or ResultApproved) versions.Remove(stream);
    }

    private async Task Run(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
