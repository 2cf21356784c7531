using ModelContextProtocol.AspNetCore;

namespace Chimera.McpServers.Hosting;

internal static class Sessions
{
    /// <summary>A client of an older protocol gets a session and with it subscriptions, which the newest protocol's stateless requests do not have.</summary>
    public static void AllowSessions(this HttpServerTransportOptions http, Subscriptions? subscriptions)
    {
        http.SessionMode = HttpServerSessionMode.StatefulForInitializeClients;
#pragma warning disable MCPEXP002 // experimental, and the only thing that tells of a session's end
        http.RunSessionHandler = subscriptions is null ? null : subscriptions.RunSession;
#pragma warning restore MCPEXP002
    }
}
