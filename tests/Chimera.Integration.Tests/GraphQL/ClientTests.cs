using System.Diagnostics;
using System.Net.WebSockets;
using Chimera.Api.Hosting;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>Clients of others against a host with a socket; the scripts are in <c>tests/tools</c>.</summary>
public sealed class ClientTests(ChimeraFixture chimera)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task all_audits_of_graphql_over_http_pass()
    {
        await using var host = await Host();
        Assert.EndsWith("61 of 61 audits passed", await NodeTools.Run("graphql-audits.mjs", [$"{host.Settings.PublicUrl}/graphql"]));
    }

    [Fact]
    public async Task graphql_ws_graphql_sse_and_urql_work()
    {
        await using var host = await Host();
        Assert.EndsWith("all clients work", await NodeTools.Run("graphql-clients.mjs", [host.Settings.PublicUrl]));
    }

    [Fact]
    public async Task a_host_that_stops_says_goodbye()
    {
        var host = await Host();
        using var socket = new ClientWebSocket { Options = { } };
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri(host.Settings.PublicUrl.Replace("http", "ws", StringComparison.Ordinal) + "/graphql"), Stop);
        using var http = new HttpClient();
        using var events = await http.SendAsync(new(HttpMethod.Get, $"{host.Settings.PublicUrl}/graphql?query=subscription{{eventAppended{{id}}}}") { Headers = { { "Accept", "text/event-stream" } } },
            HttpCompletionOption.ResponseHeadersRead, Stop);

        var clock = Stopwatch.StartNew();
        var stopping = host.DisposeAsync();
        var farewell = await socket.ReceiveAsync(new byte[64], Stop);
        await events.Content.ReadAsStringAsync(Stop);
        await stopping;

        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.EndpointUnavailable), (farewell.MessageType, socket.CloseStatus));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"The host took {clock.Elapsed} to stop.");
    }

    private async Task<ChimeraHost> Host()
    {
        var host = await chimera.StartOnSocket();
        using var http = new HttpClient();
        await Eventually.Is(async () => (await http.GetAsync($"{host.Settings.PublicUrl}/graphql?query={{agents{{nodes{{id}}}}}}", Stop)).Content.ReadAsStringAsync(Stop).Result,
            text => !text.Contains("errors", StringComparison.Ordinal), "the tables to be there");
        return host;
    }
}
