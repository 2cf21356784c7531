using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Integration.Tests.Rest;
using Chimera.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>The figures about the platform itself, then: on a host of its own, whose whole past is known, and which may look at many moments of it.</summary>
public sealed class PastFigureTests(ChimeraFixture chimera)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Work, review, commit: a text is written and judged, then the post that waited for it is prepared, judged and sent.</summary>
    [Fact]
    public async Task tasks_stood_in_the_queues_that_the_tables_of_the_moment_tell()
    {
        await using var host = await Host();
        using var http = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        var moved = new List<string>();
        foreach (var entry in await Past(http))
            if (await Stood(http, entry.Number("sequence")) is var stood && moved.LastOrDefault() != stood) moved.Add(stood);

        Assert.Equal(["0 0 0", "1 0 0", "0 1 0", "1 0 0", "0 1 0", "0 0 1", "0 0 0"], moved);
    }

    [Fact]
    public async Task messages_of_the_past_are_not_invented()
    {
        await using var host = await Host();
        using var http = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        await Past(http);

        var depths = await Ask(http, "{then: queueDepths(asOfSequence: 4) {queue waiting scheduled dead} now: queueDepths {queue waiting scheduled dead tasks}}");

        Assert.Equal("""{"queue":"work","waiting":null,"scheduled":null,"dead":null}""", depths.GetProperty("then")[1].GetRawText());
        Assert.Equal("""{"queue":"work","waiting":0,"scheduled":0,"dead":0,"tasks":0}""", depths.GetProperty("now")[1].GetRawText());
        Assert.Equal("""{"queue":"campaigns","waiting":0,"scheduled":0,"dead":0,"tasks":null}""", depths.GetProperty("now")[4].GetRawText());
    }

    [Fact]
    public async Task the_state_of_the_tables_is_that_of_the_moment()
    {
        await using var host = await Host();
        using var http = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        var before = (await Past(http))[^1].Number("sequence");
        var rebuild = host.App.Services.GetRequiredService<TableRebuild>();
        var started = await rebuild.Start(new(null, ExpectEqual: true, AllowChanges: false, "test"), Stop);
        await Eventually.Is(() => rebuild.Find(started.RebuildId, Stop), status => status?.EndedAt is not null, "the audit to end");
        await Post(http, "agents", Given.AgentBody());
        var after = (await Eventually.Is(() => Ask(http, "{projectionState{sequence}}"), now => now.GetProperty("projectionState").Number("sequence") > before, "the agent in the table"))
            .GetProperty("projectionState").Number("sequence");

        var state = await Ask(http, $$"""
            {then: projectionState(asOfSequence: {{before}}) {...told} later: projectionState(asOfSequence: {{after}}) {...told} }
            fragment told on ProjectionState {state sequence lastEventSequence lag poisonEvents {sequence} lastRebuild {state} }
            """);

        Assert.Equal($$$"""{"state":"as_of","sequence":{{{before}}},"lastEventSequence":{{{before}}},"lag":0,"poisonEvents":[],"lastRebuild":null}""", state.GetProperty("then").GetRawText());
        Assert.Equal((after, "equal"), (state.GetProperty("later").Number("sequence"), state.GetProperty("later").GetProperty("lastRebuild").Text("state")));
    }

    private static async Task<string> Stood(HttpClient http, long sequence)
    {
        var depths = (await Ask(http, $"{{queueDepths(asOfSequence: {sequence}) {{queue tasks}}}}")).GetProperty("queueDepths").EnumerateArray().ToArray();
        return string.Join(' ', depths.Where(depth => depth.GetProperty("tasks").ValueKind == JsonValueKind.Number).Select(depth => depth.Number("tasks")));
    }

    /// <summary>A campaign of one post, from its brief to its end.</summary>
    private static async Task<JsonElement[]> Past(HttpClient http)
    {
        var agent = await Post(http, "agents", Given.AgentBody());
        await Post(http, "campaigns", Given.CampaignBody(agent.GetProperty("agent_id").GetGuid(), ("status", "active")));
        await Eventually.Is(() => Ask(http, "{campaigns{nodes{status}}}"), seen => seen.GetRawText().Contains("completed", StringComparison.Ordinal), "the campaign to be completed");
        return [.. (await Ask(http, "{auditLog(last:200){nodes{sequence eventType}}}")).GetProperty("auditLog").GetProperty("nodes").EnumerateArray().OrderBy(entry => entry.Number("sequence"))];
    }

    private Task<ChimeraHost> Host() => chimera.StartOnSocket(builder => builder.Services.AddSingleton(new AsOfOptions(Most: 100)));

    private static async Task<JsonElement> Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync($"/api/v1/{path}", body, Stop);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Stop))!;
    }

    private static async Task<JsonElement> Ask(HttpClient http, string query)
    {
        var answer = await http.GetFromJsonAsync<JsonElement>($"/graphql?query={Uri.EscapeDataString(query)}", Stop);
        Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText());
        return answer.GetProperty("data");
    }
}
