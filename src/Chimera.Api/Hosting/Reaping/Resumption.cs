using Chimera.Api.Hosting.Rabbit;
using Chimera.Domain.Campaigns;
using Chimera.Handlers;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Reaping;
using Chimera.Projections;
using Marten;
using Npgsql;
using Wolverine.Runtime;

namespace Chimera.Api.Hosting.Reaping;

/// <summary>
/// Messages can be lost with a queue of the broker; what the streams say cannot. When a queue was made again, or when nothing has happened for a while although no
/// message is under way, the next message of every unfinished task is sent again. Stages pass over what is done, so one too many does no harm.
/// </summary>
internal sealed class Resumption(NpgsqlDataSource database, IDocumentStore store, IWolverineRuntime wolverine, QueueGuard guard, ILogger<Resumption> log) : BackgroundService
{
    private const string Stillness = """
        select coalesce((select now() - timestamp from chimera_events.mt_events order by seq_id desc limit 1), interval '0'),
            exists (select from chimera_messages.wolverine_outgoing_envelopes), (select coalesce(max(seq_id), 0) from chimera_events.mt_events)
        """;

    private const string Unfinished = "select campaign_id from chimera.campaigns where status in ('active', 'paused')";
    private const string Alone = "select task_id from chimera.tasks where campaign_id is null and status in ('pending', 'in_progress', 'escalated')";

    private const string Scheduled = """
        select exists (select from chimera_messages.wolverine_incoming_envelopes
            where status = 'Scheduled' and position('MonitorCampaign'::bytea in body) > 0 and position(convert_to($1, 'UTF8') in body) > 0)
        """;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5), Still = TimeSpan.FromMinutes(2), Longest = TimeSpan.FromHours(1);

    private (long Sequence, TimeSpan Patience) last = (-1, Still);
    private int mended;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leadership = new Leadership(database, "chimera resumption");
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await leadership.IsMine(stoppingToken) && (mended != guard.Mended || await StandsStill(stoppingToken))) await Resume(stoppingToken);
            }
            catch (PostgresException early) when (early.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                // no orchestrator has made the tables yet
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Unfinished tasks could not be resumed; the next round tries again");
            }
        }
    }

    /// <summary>Asked again and again of the same stillness, it waits twice as long each time: most of what stands still waits for a human or its hour.</summary>
    private async Task<bool> StandsStill(CancellationToken cancellation)
    {
        if (guard.Waiting != 0) return false;
        await using var command = database.CreateCommand(Stillness);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var (still, sends, sequence) = (row.GetTimeSpan(0), row.GetBoolean(1), row.GetInt64(2));
        if (sequence != last.Sequence) last = (sequence, Still);
        if (sends || still < last.Patience) return false;
        last = (sequence, last.Patience * 2 < Longest ? last.Patience * 2 : still + Longest);
        return true;
    }

    private async Task Resume(CancellationToken cancellation)
    {
        mended = guard.Mended;
        await using var session = store.LightweightSession();
        var (bus, tasks) = (new MessageBus(wolverine), await Read(Alone, cancellation));
        foreach (var id in await Read(Unfinished, cancellation))
        {
            if ((await session.Streams().Begin(DateTimeOffset.UtcNow, [id], cancellation)).Find<Campaign>(id) is not { IsOver: false } campaign) continue;
            if (!await IsLookedAfter(id, cancellation)) await bus.PublishAsync(new MonitorCampaign(id));
            tasks.AddRange(campaign.OpenTasks);
        }
        foreach (var chunk in tasks.Chunk(NextStages.ChunkSize)) await bus.PublishAsync(new ResumeTasks(chunk));
    }

    /// <summary>Its next look is a scheduled message, which is in the database and not on the broker; two of them would be two for ever.</summary>
    private async Task<bool> IsLookedAfter(Guid campaign, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Scheduled);
        command.Parameters.Add(new() { Value = campaign.ToString() });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private async Task<List<Guid>> Read(string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        return await Reaper.Ids(command, cancellation);
    }
}
