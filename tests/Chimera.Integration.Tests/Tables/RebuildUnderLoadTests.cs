using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Integration.Tests.Migrations;
using Chimera.Integration.Tests.Rest;
using Chimera.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Tables;

/// <summary>The pipeline writes and readers read while tables are rebuilt under them.</summary>
public sealed class RebuildUnderLoadTests(PostgresFixture postgres, ChimeraFixture chimera)
{
    private const int Campaigns = 4, Posts = 300;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task nothing_differs_and_no_read_fails_while_hundreds_of_tasks_a_second_run()
    {
        await using var database = await OwnDatabase.Create(postgres);
        await using var host = await chimera.StartOnSocket(database.Connection);
        using var client = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        var rebuild = host.App.Services.GetRequiredService<TableRebuild>();
        var agent = await Create(client, "agents", Given.AgentBody(), "agent_id");
        for (var i = 0; i < Campaigns; i++)
            await Create(client, "campaigns", Given.CampaignBody(agent, ("status", "active"), ("goals", new[] { Given.Goal(("posts", Posts)) })), "campaign_id");
        using var done = new CancellationTokenSource();
        var reading = Read(client, done.Token);
        var moments = new List<(long Events, string State)>();

        for (var round = 0; await Open(database) > 0 || round < 4; round++)
        {
            var started = await rebuild.Start(new(null, ExpectEqual: round % 2 == 0, AllowChanges: false, "eve"), Cancellation);
            var ended = await Eventually.Is(() => rebuild.Find(started.RebuildId, Cancellation), status => status!.EndedAt is not null, "the end of the rebuild");
            Assert.True(ended!.Report.All(table => table.IsEqual()), ended.Error);
            moments.Add((ended.Total, ended.State));
        }
        await done.CancelAsync();

        Assert.True(moments[0].Events < moments[^1].Events, "the tasks were over before the first rebuild was");
        Assert.Contains(moments, moment => moment.State == RebuildStatus.Swapped);
        Assert.True(await reading > 0);
        await Eventually.Is(() => database.Ask<long>("select sequence - (select max(seq_id) from chimera_events.mt_events) from chimera.table_set"), lag => lag == 0, "the tables");
        await database.Source.RequireEqualStreams();
        await database.Source.RequireCountersEqualRows();
        Assert.Equal(Campaigns * Posts * 2L, await database.Ask<long>("select count(*) from chimera.tasks where status = 'completed'"));
    }

    private static Task<long> Open(OwnDatabase database) => database.Ask<long>("select count(*) from chimera.campaigns where status <> 'completed'");

    /// <summary>Rows never become fewer, and no answer is an error.</summary>
    private static async Task<int> Read(HttpClient client, CancellationToken until)
    {
        var (reads, seen) = (0, 0);
        while (!until.IsCancellationRequested)
        {
            var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/tasks?limit=200", Cancellation);
            var rows = page.GetProperty("items").GetArrayLength();
            Assert.True(rows >= seen, $"{rows} rows where {seen} were before");
            (reads, seen) = (reads + 1, rows);
        }
        return reads;
    }

    private static async Task<Guid> Create(HttpClient client, string path, object body, string id)
    {
        var answer = await client.PostAsJsonAsync($"/api/v1/{path}", body, Cancellation);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty(id).GetGuid();
    }
}
