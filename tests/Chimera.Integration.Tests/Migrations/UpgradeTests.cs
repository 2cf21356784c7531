using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Projections;

namespace Chimera.Integration.Tests.Migrations;

/// <summary>S8-2: from the first release's database, with what it holds, to the newest.</summary>
public sealed class UpgradeTests(PostgresFixture postgres, ChimeraFixture chimera)
{
    private const string Api = "/api/v1/";

    private static CancellationToken Stop => OwnDatabase.Stop;

    [Fact]
    public async Task every_row_is_as_it_was()
    {
        await using var database = await OwnDatabase.OfFirstRelease(postgres);
        var before = await database.Rows();

        var applied = await new Migration(database.Source).Apply(Stop);

        Assert.Equal(before, await database.Rows());
        Assert.Equal(MigrationScript.All.Select(script => (script, script.Version == 1)), applied);
        Assert.Empty(await Verification.Problems(ScriptTests.SettingsOf(database), Stop));
    }

    [Fact]
    public async Task the_tables_stand_where_the_first_release_left_them()
    {
        await using var database = await OwnDatabase.OfFirstRelease(postgres);
        var events = await database.Ask<long>("select max(seq_id) from chimera_events.mt_events");

        await new Migration(database.Source).Apply(Stop);

        var tables = (await TableSetState.Of(database.Source, TableSet.LiveSchema, Stop))!;
        Assert.Equal((1, events, TableSetState.Live), (tables.Version, tables.Sequence, tables.State));
        Assert.Equal(0L, await database.Ask<long>("select count(*) from chimera_events.mt_event_progression where name like 'Tables:%'"));
    }

    [Fact]
    public async Task all_that_was_there_is_served()
    {
        await using var database = await OwnDatabase.OfFirstRelease(postgres);
        await database.Keep();
        await using var host = await chimera.StartOnSocket(database.Connection);
        using var client = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };

        foreach (var (table, key) in new[] { ("agents", "agent_id"), ("campaigns", "campaign_id"), ("tasks", "task_id"), ("results", "result_id"), ("hitl_queue", "hitl_id") })
        {
            var ids = await database.Lines($"select {key}::text from chimera.{table}");
            var path = Api + table.Replace("_queue", "", StringComparison.Ordinal);
            Assert.Equal(ids, (await Items(client, path)).Select(item => item.GetProperty(key).GetString()!).Order(StringComparer.Ordinal));
            foreach (var id in ids) Assert.Equal(id, (await client.GetFromJsonAsync<JsonElement>($"{path}/{id}", Stop)).GetProperty(key).GetString());
        }
        var posts = await client.GetStringAsync("/sandbox", Stop);
        Assert.All(await database.Lines("select post_id from chimera_sandbox.posts"), post => Assert.Contains(post, posts, StringComparison.Ordinal));
        Assert.Empty(await database.LostOrChanged());
    }

    [Fact]
    public async Task what_waited_for_a_human_goes_on()
    {
        await using var database = await OwnDatabase.OfFirstRelease(postgres);
        var posts = await database.Ask<long>("select count(*) from chimera_sandbox.posts");
        await using var host = await chimera.StartOnSocket(database.Connection);
        using var client = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        var item = await database.Ask<Guid>("select hitl_id from chimera.hitl_queue where status = 'pending'");

        (await client.PostAsJsonAsync($"{Api}hitl/{item}/decide", new { decision = "approve", reviewer = "ada" }, Stop)).EnsureSuccessStatusCode();

        await Eventually.Is(() => database.Ask<long>("select count(*) from chimera.campaigns where status <> 'completed'"), open => open == 0, "the campaign to be completed");
        Assert.Equal(posts + 1, await database.Ask<long>("select count(*) from chimera_sandbox.posts"));
    }

    [Fact]
    public async Task a_database_that_never_saw_a_post_gets_the_table_for_them()
    {
        await using var database = await OwnDatabase.OfFirstRelease(postgres);
        await database.Run("drop schema chimera_sandbox cascade");

        await new Migration(database.Source).Apply(Stop);

        Assert.Empty(await Verification.Problems(ScriptTests.SettingsOf(database), Stop));
    }

    private static async Task<IEnumerable<JsonElement>> Items(HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonElement>(path + "?limit=200", Stop)).GetProperty("items").EnumerateArray();
}
