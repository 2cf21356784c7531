using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Integration.Tests.Hosting;
using Npgsql;

namespace Chimera.Integration.Tests.Journeys;

/// <summary>The promise of the README: a host that is killed, and killed again, loses nothing and does nothing twice.</summary>
public sealed class KilledDemoTests : IDisposable
{
    private const int Kills = 10, Seed = 20261123;

    private readonly PostgresHome home = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_demo_killed_ten_times_at_random_moments_ends_with_every_task_done_once()
    {
        var random = new Random(Seed);
        var brief = BigBrief();
        var killed = 0;
        for (var run = 0; run < Kills; run++)
        {
            using var demo = run == 0 ? new DemoProcess(home, brief, "--exit") : new DemoProcess(home, "--resume", "--exit");
            await demo.Running.WaitAsync(TimeSpan.FromMinutes(2), Stop);
            if (await demo.KillAfter(TimeSpan.FromMilliseconds(random.Next(50, 900)))) killed++;
            else Assert.Fail($"The demo was over after {killed} kills: {demo.Output}");
        }

        using var last = new DemoProcess(home, "--resume", "--exit");
        var (exit, line) = await last.End(Stop);
        Assert.True(exit == 0, last.Output);
        Assert.Equal(Kills, killed);
        await AssertNothingLostAndNothingTwice(JsonDocument.Parse(line).RootElement);
    }

    public void Dispose() => home.Dispose();

    /// <summary>The example with many more posts, so that ten kills find it at work.</summary>
    private string BigBrief()
    {
        var examples = Path.Combine(Repository.Root, "examples");
        var folder = Directory.CreateDirectory(Path.Combine(home.Path, "brief"));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "personas"));
        foreach (var soul in Directory.GetFiles(Path.Combine(examples, "personas"))) File.Copy(soul, Path.Combine(folder.FullName, "personas", Path.GetFileName(soul)));
        var brief = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(examples, "launch-campaign.json")))!;
        brief["constraints"]!["max_tasks"] = 20_000;
        foreach (var goal in brief["goals"]!.AsArray().Take(2)) (goal!["posts"], goal["images"], goal["platforms"]) = (600, false, new System.Text.Json.Nodes.JsonArray("twitter"));
        var path = Path.Combine(folder.FullName, "brief.json");
        File.WriteAllText(path, brief.ToJsonString());
        return path;
    }

    private async Task AssertNothingLostAndNothingTwice(JsonElement line)
    {
        await using var postgres = await EmbeddedPostgres.Start(home.Path, Stop);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        Assert.Equal(0L, await Ask(database, "select count(*) from chimera.tasks where status not in ('completed', 'failed')"));
        Assert.Equal(0L, await Ask(database,
            "select count(*) from (select stream_id from chimera_events.mt_events where type in ('task_completed', 'task_failed', 'task_skipped') group by 1 having count(*) > 1) twice"));
        Assert.Equal(0L, await Ask(database,
            """
            select count(*) from (
                select r.task_id from chimera.results r join chimera_events.mt_events e on e.stream_id = r.result_id and e.type = 'result_approved'
                group by 1 having count(*) > 1) twice
            """));
        Assert.Equal(0L, await Ask(database, "select count(*) from (select idempotency_key from chimera_sandbox.posts group by 1 having count(*) > 1) twice"));
        var completed = await Ask(database, "select count(*) from chimera.tasks where task_type = 'post_content' and status = 'completed'");
        Assert.Equal(completed, await Ask(database, "select count(*) from chimera_sandbox.posts where reply_to is null"));
        Assert.InRange(await Ask(database, "select count(*) from chimera_sandbox.posts where reply_to is not null"), 0, 1);
        Assert.Equal(completed, line.GetProperty("posts").GetInt64());
        Assert.Equal(0L, await Ask(database, "select count(*) from chimera_messages.wolverine_dead_letters"));
    }

    private static async Task<long> Ask(NpgsqlDataSource database, string question)
    {
        await using var command = database.CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
