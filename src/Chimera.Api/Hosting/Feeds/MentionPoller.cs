using Chimera.Domain.Mentions;
using Chimera.Handlers.Mentions;
using Chimera.Projections;
using Chimera.Projections.Events;
using Npgsql;
using Wolverine.Runtime;

namespace Chimera.Api.Hosting.Feeds;

/// <summary>How often feeds of the outside are read (S2.4-7).</summary>
public sealed class FeedOptions
{
    public const string Section = "Feeds";

    /// <summary>Seconds between two looks at <c>twitter://mentions</c>, give or take a tenth; 0 looks never.</summary>
    public double MentionsEverySeconds { get; set; } = 120;
}

/// <summary>Reads the mentions from where the last look ended; one process of all does it, and another goes on where it dies.</summary>
internal sealed class MentionPoller(NpgsqlDataSource database, IWolverineRuntime wolverine, IMentionSource source, FeedOptions options, ILogger<MentionPoller> log) : BackgroundService
{
    private const double Jitter = 0.1;

    private const string Named = "select agent_id from chimera.agents where lower(ltrim(metadata -> 'social_handles' ->> 'twitter', '@')) = any($1)";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.MentionsEverySeconds <= 0) return;
        await using var leadership = new Leadership(database, "chimera mentions");
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(options.MentionsEverySeconds * (1 - Jitter + 2 * Jitter * Random.Shared.NextDouble())), stoppingToken);
            try
            {
                while (await leadership.IsMine(stoppingToken) && await Look(stoppingToken) > 0) log.LogInformation("There were new mentions; is there more?");
            }
            catch (PostgresException early) when (early.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                // no orchestrator has made the tables yet
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The mentions could not be read; the next look goes on where the last one ended");
            }
        }
    }

    /// <returns>How many mentions came.</returns>
    private async Task<int> Look(CancellationToken cancellation)
    {
        var read = await new EventLog(database).ReadStream(Feed.IdOf(source.Feed), cancellation);
        var cursor = (read.LastOrDefault()?.Data as FeedRead)?.Cursor;
        var seen = await source.Since(cursor, cancellation);
        if (seen.Count == 0 || seen[^1].PlatformId == cursor) return 0;
        await new MessageBus(wolverine).InvokeAsync(new TakeMentions(source.Feed, seen, await Agents(seen, cancellation), seen[^1].PlatformId), cancellation);
        return seen.Count;
    }

    private async Task<Guid[]> Agents(IReadOnlyList<MentionSeen> seen, CancellationToken cancellation)
    {
        string[] handles = [.. seen.SelectMany(one => Mention.Evolve(null, one)!.Handles.Append(one.Author.Username.TrimStart('@').ToLowerInvariant())).Distinct()];
        await using var command = database.CreateCommand(Named);
        command.Parameters.Add(new() { Value = handles });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await rows.ReadAsync(cancellation)) ids.Add(rows.GetGuid(0));
        return [.. ids];
    }
}
