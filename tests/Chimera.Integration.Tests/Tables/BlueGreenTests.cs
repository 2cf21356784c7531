using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Integration.Tests.Migrations;
using Chimera.Integration.Tests.Rest;
using Chimera.Projections;
using Chimera.Projections.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Tables;

/// <summary>A host whose tables have another version builds them beside those that are there, and serves all the while.</summary>
public sealed class BlueGreenTests(PostgresFixture postgres, ChimeraFixture chimera)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_new_column_comes_with_data_kept_and_queries_served_throughout()
    {
        await using var database = await OwnDatabase.Create(postgres);
        await using (var old = await chimera.StartOnSocket(database.Connection)) await Work(old, database, posts: 150);
        var before = await database.Lines("select to_jsonb(t)::text from chimera.tasks t");

        await using var host = await chimera.StartOnSocket(database.Connection, builder => builder.Services.AddSingleton(WithNewColumn()));
        using var client = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        var answers = 0;
        while ((await TableSetState.Of(database.Source, TableSet.LiveSchema, Cancellation))!.Version != 100)
        {
            var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/tasks?limit=200", Cancellation);
            Assert.Equal(200, page.GetProperty("items").GetArrayLength());
            answers++;
        }

        Assert.True(answers > 0);
        Assert.Equal(before, await database.Lines("select (to_jsonb(t) - 'input_length')::text from chimera.tasks t"));
        Assert.Equal(0L, await database.Ask<long>("select count(*) from chimera.tasks where input_length is distinct from length(input_data::text) and abs(input_length - length(input_data::text)) > 40"));
        Assert.Equal(before.Length, await database.Ask<long>("select count(*) from chimera_previous.tasks"));
        await Work(host, database, posts: 5);
        await Eventually.Is(() => database.Ask<long>("select (select max(seq_id) from chimera_events.mt_events) - sequence from chimera.table_set"), lag => lag == 0, "the tables");
        await database.Source.RequireEqualStreams();
        Assert.Equal(0L, await database.Ask<long>("select count(*) from chimera.tasks where input_length is null"));
    }

    [Fact]
    public async Task an_older_program_reads_newer_tables_and_leaves_them_alone()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using var newer = new ReadSide(store.Database, WithNewColumn()).Start();
        await newer.CaughtUp(Cancellation);
        await newer.DisposeAsync();
        var before = await store.Ask<string>("select string_agg(t::text, ' ' order by task_id) from chimera.tasks t");

        await using var older = new ReadSide(store.Database).Start();
        foreach (var (stream, events) in EveryKindOfEvent.Of(2)) await store.Append(stream, events);
        Assert.Equal(before, await store.Ask<string>("select string_agg(t::text, ' ' order by task_id) from chimera.tasks t"));

        await using var again = new ReadSide(store.Database, WithNewColumn()).Start();
        await again.CaughtUp(Cancellation);
        await store.Database.RequireEqualStreams();
    }

    [Fact]
    public async Task an_older_program_goes_on_after_a_rollback()
    {
        await using var store = await TableStore.Create(postgres, Cancellation);
        await store.AppendEveryKind();
        await using (var older = new ReadSide(store.Database).Start()) await older.CaughtUp(Cancellation);
        await using (var newer = new ReadSide(store.Database, WithNewColumn()).Start())
        {
            await newer.CaughtUp(Cancellation);
            await Eventually.Is(() => HasRolledBack(newer), done => done, "the upgrade to be over, and rolled back");
        }
        foreach (var (stream, events) in EveryKindOfEvent.Of(2)) await store.Append(stream, events);

        await using var back = new ReadSide(store.Database).Start();
        await back.CaughtUp(Cancellation);

        await store.Database.RequireEqualStreams();
        Assert.False(await store.Ask<bool>("select exists (select from information_schema.columns where table_schema = 'chimera' and column_name = 'input_length')"));
    }

    /// <summary>The new tables are read a moment before the upgrade that made them is over.</summary>
    private static async Task<bool> HasRolledBack(ReadSide side)
    {
        try
        {
            await side.Rebuild.Rollback(Cancellation);
            return true;
        }
        catch (RuleViolationException running) when (running.Code == "rebuild.running")
        {
            return false;
        }
    }

    /// <summary>The tables of a later program: tasks have one more column.</summary>
    private static TableSet WithNewColumn()
    {
        var known = TasksTable.Description;
        var tasks = new TableDescription<TaskRow>(known.Name, typeof(TaskEvent), known.KeyOf, known.Read, known.Fold).Counted(known.Count, [.. known.Counters]);
        foreach (var column in known.Columns) tasks.With(column);
        foreach (var (name, on) in known.Indexes) tasks.Index(name, on);
        tasks.Column("input_length", "integer", row => row.InputData.Length);
        return new(100, [.. TableSet.Current.Tables.Select(table => table == known ? tasks : table)]);
    }

    private static async Task Work(ChimeraHost host, OwnDatabase database, int posts)
    {
        using var client = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        var agent = await Create(client, "agents", Given.AgentBody(), "agent_id");
        var campaign = await Create(client, "campaigns", Given.CampaignBody(agent, ("status", "active"), ("goals", new[] { Given.Goal(("posts", posts)) })), "campaign_id");
        await Eventually.Is(() => database.Ask<long>($"select count(*) from chimera.campaigns where campaign_id = '{campaign}' and status = 'completed'"), done => done == 1, "the campaign to be completed");
    }

    private static async Task<Guid> Create(HttpClient client, string path, object body, string id)
    {
        var answer = await client.PostAsJsonAsync($"/api/v1/{path}", body, Cancellation);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty(id).GetGuid();
    }
}
