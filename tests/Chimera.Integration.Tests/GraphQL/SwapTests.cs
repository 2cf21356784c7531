using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Integration.Tests.Rest;
using Chimera.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>Readers hold prepared statements, and a rebuild puts other tables in the place of those that they were prepared for: Postgres looks up their names anew.</summary>
public sealed class SwapTests(ChimeraFixture chimera)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task readers_see_the_tables_that_a_rebuild_has_swapped_in()
    {
        await using var host = await chimera.StartOnSocket();
        using var http = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        await CreateAgent(http);
        await Eventually.Is(() => Names(http), names => names.Length == 1, "the agent in the tables");
        for (var prepared = 0; prepared < 20; prepared++) await Names(http);

        await Rebuild(host);
        await CreateAgent(http);

        await Eventually.Is(() => Names(http), names => names.Length == 2, "the second agent in the new tables");
    }

    private static async Task Rebuild(ChimeraHost host)
    {
        var rebuild = host.App.Services.GetRequiredService<TableRebuild>();
        var started = await rebuild.Start(new(null, ExpectEqual: false, AllowChanges: true, "test"), Stop);
        var ended = await Eventually.Is(() => rebuild.Find(started.RebuildId, Stop), status => status?.EndedAt is not null, "the rebuild to end");
        Assert.Equal(RebuildStatus.Swapped, ended!.State);
    }

    private static async Task CreateAgent(HttpClient http) =>
        (await http.PostAsJsonAsync("/api/v1/agents", Given.AgentBody(), Stop)).EnsureSuccessStatusCode();

    private static async Task<string[]> Names(HttpClient http)
    {
        var answer = await http.GetFromJsonAsync<JsonElement>("/graphql?query={agents{nodes{name}}}", Stop);
        return [.. answer.GetProperty("data").GetProperty("agents").GetProperty("nodes").EnumerateArray().Select(node => node.Text("name")!)];
    }
}
