using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;
using Npgsql;

namespace Chimera.Api.Cli;

/// <summary>Plays the papers of the sandbox, which write about something that the campaign is about.</summary>
internal sealed class DemoNews(NpgsqlDataSource database, Action<string> say)
{
    private const string Outcome = """
        select coalesce(
            (select '@' || handle || ' posts on it: ' || text from chimera_sandbox.posts
                where idempotency_key in (select result_id::text from chimera.results join chimera.tasks using (task_id) where tasks.trace_id = $1 and campaign_id = $3) limit 1),
            'nobody posts on it: ' || (select data ->> 'reason' from chimera_events.mt_events where stream_id = $2 and type in ('trend_passed_over', 'trend_let_go') order by version desc limit 1))
        """;

    private Guid? trend;

    /// <summary>The first goal's first topic is news.</summary>
    public async Task Spread(Brief brief, CancellationToken cancellation)
    {
        if (brief.DryRun || brief.Goals is not [{ Topics: [var topic, ..] }, ..]) return;
        var headline = $"Everybody wants {topic}";
        await using var command = database.CreateCommand("select chimera_sandbox.trend($1, relevance => 1)");
        command.Parameters.Add(new() { Value = headline });
        await command.ExecuteNonQueryAsync(cancellation);
        trend = Trend.IdOf(AnalyzeTrendInput.Trending, headline);
        say($"the papers write: {headline}");
    }

    /// <summary>What came of it, if the campaign lasted long enough.</summary>
    public async Task Tell(Guid campaign, CancellationToken cancellation)
    {
        if (trend is not { } id) return;
        await using var command = database.CreateCommand(Outcome);
        command.Parameters.Add(new() { Value = id.ToString("N") });
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = campaign });
        if (await command.ExecuteScalarAsync(cancellation) is string outcome) say(outcome);
    }
}
