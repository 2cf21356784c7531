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
        using var until = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        using var wire = new SocketWire(socket, json);
        var session = new SocketSession(wire, operations, json, http, until);
        using var stopping = host.ApplicationStopping.Register(() => _ = session.Dismiss((int)WebSocketCloseStatus.EndpointUnavailable, "The host is stopping"));
        try
        {
            await session.Run();
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // the other side is no longer there
        }
        finally
        {
            await session.End();
        }
    }
}
