using Chimera.Api.Hosting;
using Chimera.Api.Hosting.Rabbit;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Integration.Tests.Hosting;
using Chimera.Integration.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;
using Wolverine;

namespace Chimera.Integration.Tests.Rabbit;

/// <summary>Hosts in this process that share a database and a broker, with scripted tools.</summary>
internal sealed class RabbitPlatform(RabbitServer server, string connection) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly PostgresHome home = new();
    private readonly List<ChimeraHost> hosts = [];
    private readonly Guid agent = Guid.CreateVersion7();
    private NpgsqlDataSource? database;

    public ScriptedTools Tools { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<ChimeraHost> Start(Roles roles = Roles.All)
    {
        var own = await OwnDatabase();
        var settings = new HostSettings(home.Path, 0, "http://127.0.0.1", home.Path, home.Path, own) { Roles = roles, RabbitUrl = server.Url };
        var host = await ChimeraHost.Start(settings, builder => PipelineFixture.Script(builder, Tools), Stop);
        hosts.Add(host);
        if (hosts.Count == 1) await host.App.MessageBus().InvokeAsync(new CreateAgent(agent, "Scripted", null, new("soul.md", [], [], []), new("As the topic says.", "00"), new(), null, null), Stop);
        return host;
    }

    public async Task Stopped(ChimeraHost host)
    {
        hosts.Remove(host);
        await host.DisposeAsync();
    }

    /// <summary>A campaign of posts with these topics.</summary>
    public async Task<Guid> Launch(params string[] topics)
    {
        Tools.Plan = (campaign, agents, _) => [.. topics.Select(topic => new PlanTask(Guid.CreateVersion7(), agents[0].Id, campaign.Id, TaskType.GeneratePost, ScriptedTools.Topic(topic)))];
        var id = Guid.CreateVersion7();
        var goal = new CampaignGoal("go", ["ok"], [Platform.Twitter], 1);
        await hosts[0].App.MessageBus().InvokeAsync(new CreateCampaign(id, "shared", null, [agent], DateTimeOffset.UtcNow, null, 100, [goal]), Stop);
        return id;
    }

    /// <summary>Waits until the campaign is completed, and looks that every task was done once and nothing failed.</summary>
    public async Task Completed(Guid campaign, int tasks)
    {
        await Until($"select count(*) from chimera.campaigns where campaign_id = '{campaign}' and status = 'completed'", 1, Patience);
        Assert.Equal(tasks, await Ask($"select count(*) from chimera.tasks where campaign_id = '{campaign}' and status = 'completed'"));
        Assert.Equal(0, await Ask("select count(*) from (select stream_id from chimera_events.mt_events where type in ('task_completed', 'result_submitted') group by stream_id, type having count(*) > 1) twice"));
        Assert.Equal(0, await Ask("select count(*) from chimera_messages.wolverine_dead_letters"));
    }

    public async Task Until(string question, long answer, TimeSpan patience)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); await Ask(question) is var seen && seen != answer; await tick.WaitForNextTickAsync(Stop))
            Assert.True(clock.Elapsed < patience, $"{question}: {seen} instead of {answer} after {patience.TotalSeconds} s");
    }

    public async Task<long> Ask(string question)
    {
        await using var command = (database ??= NpgsqlDataSource.Create(await OwnDatabase())).CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }

    public async Task<T> Broker<T>(Func<IChannel, Task<T>> ask)
    {
        await using var link = await RabbitBroker.Factory(new(server.Url)).CreateConnectionAsync(Stop);
        await using var channel = await link.CreateChannelAsync(cancellationToken: Stop);
        return await ask(channel);
    }

    /// <summary>Until so many messages stand in the stage's queue.</summary>
    public Task Waiting(string stage, uint messages) =>
        Eventually.Is(() => Broker(channel => channel.MessageCountAsync("chimera." + stage, Stop)), count => count >= messages, $"{messages} messages for {stage}");

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        await Broker(async channel =>
        {
            foreach (var queue in RabbitQueue.All) await channel.QueueDeleteAsync(queue.Name, cancellationToken: Stop);
            return 0;
        });
        home.Dispose();
    }

    private string? own;

    private async Task<string> OwnDatabase()
    {
        if (own is not null) return own;
        var name = $"rabbit_{Guid.NewGuid():N}";
        await using var create = NpgsqlDataSource.Create(connection);
        await using var command = create.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync(Stop);
        return own = new NpgsqlConnectionStringBuilder(connection) { Database = name }.ConnectionString;
    }
}
