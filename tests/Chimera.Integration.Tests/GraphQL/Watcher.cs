using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>A connection that speaks graphql-transport-ws, one subscription on it.</summary>
internal sealed class Watcher(WebSocket socket) : IAsyncDisposable
{
    public static async Task<Watcher> Open(ChimeraFixture chimera, CancellationToken stop)
    {
        var client = chimera.Alba.Server.CreateWebSocketClient();
        client.SubProtocols.Add("graphql-transport-ws");
        var watcher = new Watcher(await client.ConnectAsync(new Uri(chimera.Alba.Server.BaseAddress, "/graphql"), stop));
        await watcher.Send(new { type = "connection_init" }, stop);
        Assert.Equal("connection_ack", (await watcher.Receive(stop)).Text("type"));
        return watcher;
    }

    /// <summary>Returns when it is subscribed: the answer to a ping comes after what was sent before it was begun.</summary>
    public async Task Subscribe(string query, object? variables, CancellationToken stop)
    {
        await Send(new { id = "1", type = "subscribe", payload = new { query, variables } }, stop);
        await Send(new { type = "ping" }, stop);
        Assert.Equal("pong", (await Receive(stop)).Text("type"));
    }

    /// <summary>The data of the next thing that happens.</summary>
    public async Task<string> Next(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var message = await Receive(patience.Token);
        Assert.Equal("next", message.Text("type"));
        return message.GetProperty("payload").GetProperty("data").GetRawText();
    }

    public async Task<JsonElement> Receive(CancellationToken stop)
    {
        using var text = new MemoryStream();
        var block = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(block, stop);
            text.Write(block, 0, part.Count);
            if (part.EndOfMessage) return JsonElement.Parse(text.ToArray());
        }
    }

    public Task Send(object message, CancellationToken stop) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, stop);

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return default;
    }
}
