using System.Net.WebSockets;
using System.Text.Json;
using GraphQL.Transport;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>Messages on a WebSocket: one at a time each way.</summary>
internal sealed class SocketWire(WebSocket socket, Json json) : IDisposable
{
    private const int Largest = 1_048_576;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim pen = new(1);

    /// <summary>The next message; null when it is no message of the protocol, and no longer open when the other side has closed.</summary>
    public async Task<(bool Open, OperationMessage? Message)> Receive(CancellationToken cancellation)
    {
        using var received = new MemoryStream();
        var block = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(block, cancellation);
            if (part.MessageType == WebSocketMessageType.Close) return (false, null);
            received.Write(block, 0, part.Count);
            if (received.Length > Largest || part.MessageType != WebSocketMessageType.Text) return (true, null);
            if (part.EndOfMessage) return (true, Parse(received.ToArray()));
        }
    }

    public async Task Send(OperationMessage message, CancellationToken cancellation)
    {
        var bytes = json.Bytes(message);
        await pen.WaitAsync(cancellation);
        try
        {
            if (socket.State == WebSocketState.Open) await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            pen.Release();
        }
    }

    public async Task Close(WebSocketCloseStatus status, string reason)
    {
        using var patience = new CancellationTokenSource(Farewell);
        await pen.WaitAsync(patience.Token);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(status, reason, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // then it is closed already
        }
        finally
        {
            pen.Release();
        }
    }

    public void Dispose() => pen.Dispose();

    private OperationMessage? Parse(byte[] bytes)
    {
        try
        {
            return json.Deserialize<OperationMessage>(System.Text.Encoding.UTF8.GetString(bytes));
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
