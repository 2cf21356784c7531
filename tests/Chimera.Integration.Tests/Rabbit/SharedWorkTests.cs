using System.Text.Json.Nodes;
using Chimera.Api.Cli;
using Chimera.Integration.Tests.Cli;
using Chimera.Integration.Tests.Hosting;
using Npgsql;

namespace Chimera.Integration.Tests.Rabbit;

/// <summary>The promise of the README: the roles run as processes of their own, and one that dies hands its work over.</summary>
public sealed class SharedWorkTests(RabbitFixture rabbit, PostgresFixture postgres) : IClassFixture<RabbitFixture>, IDisposable
{
    private const int Posts = 400;
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromMinutes(5);

    private readonly PostgresHome folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task planner_workers_and_judge_share_a_campaign_and_a_killed_worker_hands_its_work_over()
    {
        var (broker, connection) = ((await rabbit.Running()).Url, await OwnDatabase());
        await using var database = NpgsqlDataSource.Create(connection);
        using var victim = await ServeProcess.Start("worker", connection, broker); // the first: it also sends what is scheduled
        using var worker = await ServeProcess.Start("worker", connection, broker);
        using var planner = await ServeProcess.Start("planner", connection, broker);
        using var judge = await ServeProcess.Start("judge", connection, broker);
        using var orchestrator = await ServeProcess.Start("orchestrator", connection, broker);
        await OnlyTheOrchestratorServes(orchestrator, worker);

        var launch = await Terminal.Run("campaign", "launch", Brief(), "--url", orchestrator.Url);
        Assert.True(launch.ExitCode == ExitCode.Ok, launch.Errors);
        await Until(database, "select count(*) >= 40 from chimera.tasks where status = 'completed'", Patience);
        var killed = DateTimeOffset.UtcNow;
        await victim.Kill();

        await Until(database, $"select count(*) = 0 from chimera.tasks where status = 'in_progress' and started_at <= '{killed:O}'", HandOver);
        await Until(database, $"select count(*) = 0 from chimera_messages.wolverine_outgoing_envelopes where owner_id not in (select node_number from chimera_messages.wolverine_nodes)", HandOver);
        await Until(database, "select count(*) = 1 from chimera.campaigns where status = 'completed'", Patience, () => ApproveAll(database, orchestrator));
        await NothingLostAndNothingTwice(database);
    }

    private static async Task OnlyTheOrchestratorServes(ServeProcess orchestrator, ServeProcess worker)
    {
        using var http = new HttpClient();
        Assert.Equal(200, (int)(await http.GetAsync($"{worker.Url}/healthz", Stop)).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync($"{worker.Url}/api/v1/tasks", Stop)).StatusCode);
        Assert.Equal(200, (int)(await http.GetAsync($"{orchestrator.Url}/api/v1/tasks", Stop)).StatusCode);
    }

    private static async Task NothingLostAndNothingTwice(NpgsqlDataSource database)
    {
        Assert.Equal(0L, await Ask<long>(database, "select count(*) from chimera.tasks where status not in ('completed', 'failed')"));
        Assert.Equal(0L, await Ask<long>(database, "select count(*) from chimera.tasks where status = 'failed' and error_details->>'error_type' <> 'DUPLICATE_CONTENT'")); // a network refuses the same words twice
        Assert.Equal(0L, await Ask<long>(database,
            "select (select count(*) from chimera.tasks where task_type = 'post_content' and status = 'completed') - (select count(*) from chimera_sandbox.posts)"));
        Assert.Equal(0L, await Ask<long>(database,
            "select count(*) from (select 1 from chimera_events.mt_events where type in ('task_completed', 'result_submitted', 'result_approved') group by stream_id, type having count(*) > 1) twice"));
        Assert.Equal(0L, await Ask<long>(database, "select count(*) from chimera_messages.wolverine_dead_letters"));
        Assert.Equal(2L, await Ask<long>(database, "select count(distinct assigned_worker_id) from chimera.tasks"));
    }

    /// <summary>As a human does who trusts the agents.</summary>
    private static async Task ApproveAll(NpgsqlDataSource database, ServeProcess orchestrator)
    {
        if (await Ask<Guid?>(database, "select min(hitl_id::text)::uuid from chimera.hitl_queue where status = 'pending'") is { } item)
            await Terminal.Run("hitl", "approve", $"{item}", "--reviewer", "ada", "--url", orchestrator.Url);
    }

    private static async Task Until(NpgsqlDataSource database, string question, TimeSpan patience, Func<Task>? meanwhile = null)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); !await Ask<bool>(database, question); await tick.WaitForNextTickAsync(Stop))
        {
            Assert.True(clock.Elapsed < patience, $"Not within {patience.TotalSeconds} s: {question}");
            if (meanwhile is not null) await meanwhile();
        }
    }

    private static async Task<T> Ask<T>(NpgsqlDataSource database, string question)
    {
        await using var command = database.CreateCommand(question);
        return await command.ExecuteScalarAsync(Stop) is T answer ? answer : default!;
    }

    private async Task<string> OwnDatabase()
    {
        var name = $"shared_{Guid.NewGuid():N}";
        await using var create = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = create.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync(Stop);
        return new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>The example's first goal alone, with many posts.</summary>
    private string Brief()
    {
        var examples = Path.Combine(Repository.Root, "examples");
        Directory.CreateDirectory(folder.File("personas"));
        foreach (var soul in Directory.GetFiles(Path.Combine(examples, "personas"))) File.Copy(soul, Path.Combine(folder.File("personas"), Path.GetFileName(soul)));
        var brief = JsonNode.Parse(File.ReadAllText(Path.Combine(examples, "launch-campaign.json")))!;
        brief["constraints"]!["max_tasks"] = 20_000;
        var goal = brief["goals"]!.AsArray()[0]!.DeepClone();
        (goal["posts"], goal["images"], goal["platforms"], brief["goals"]) = (Posts, false, new JsonArray("twitter"), new JsonArray(goal));
        File.WriteAllText(folder.File("brief.json"), brief.ToJsonString());
        return folder.File("brief.json");
    }
}
