using Chimera.Api.GraphQL.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>Pages take turns at the database; on a host of its own, whose turns nobody else wants.</summary>
public sealed class TurnTests(ChimeraFixture chimera)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_page_waits_for_its_turn_and_a_row_does_not()
    {
        await using var host = await chimera.StartOnSocket();
        using var http = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        await Eventually.Is(() => Ask(http, "{agents{nodes{id}}}"), answer => !answer.Contains("errors", StringComparison.Ordinal), "the tables to be there");
        var turns = await All(host.App.Services.GetRequiredService<ReadDatabase>());

        var page = Ask(http, "{agents{nodes{name}}}");
        Assert.Equal("""{"data":{"agent":null,"counts":{"tasks":{"total":0}}}}""", await Ask(http, "{agent(id:\"0198c0de-0000-7000-8000-000000000001\"){name} counts{tasks{total}}}"));
        Assert.False(page.IsCompleted);

        turns[0].Dispose();
        Assert.Equal("""{"data":{"agents":{"nodes":[]}}}""", await page);
    }

    /// <summary>As many turns as there are: two for each connection.</summary>
    private static async Task<List<Turn>> All(ReadDatabase database)
    {
        var turns = new List<Turn>();
        for (var i = 0; i < 2 * Math.Max(4, Environment.ProcessorCount); i++) turns.Add(await database.Turn(Stop));
        return turns;
    }

    private static async Task<string> Ask(HttpClient http, string query) => await http.GetStringAsync($"/graphql?query={Uri.EscapeDataString(query)}", Stop);
}
