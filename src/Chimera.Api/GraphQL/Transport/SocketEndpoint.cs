using System.Net.WebSockets;
using Chimera.Api.Rest;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>GraphQL over WebSocket, protocol <c>graphql-transport-ws</c>.</summary>
internal sealed class SocketEndpoint(Operations operations, Json json, IHostApplicationLifetime host)
{
    public const string Protocol = "graphql-transport-ws";

    public async Task Handle(HttpContext http)
    {
        if (!http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
            throw new RefusedRequestException(400, "request.protocol", $"The WebSocket speaks {Protocol}.");
        using var socket = await http.WebSockets.AcceptWebSocketAsync(Protocol);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        using var wire = new SocketWire(socket, json);
        var session = new SocketSession(wire, operations, json, http);
        try
        {
            await session.Run(until.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            if (host.ApplicationStopping.IsCancellationRequested) await session.Close((int)WebSocketCloseStatus.EndpointUnavailable, "The host is stopping");
        }
        finally
        {
            await session.End();
        }
    }
}
