using System.Net;
using System.Net.Sockets;

namespace Chimera.Api.Hosting;

/// <summary>A port of 127.0.0.1 that nobody listens on.</summary>
public static class LoopbackPort
{
    public static int Free(int? wished = null) => Bind(wished ?? 0) ?? Bind(0) ?? throw new EmbeddedPostgresException("No loopback port is free.");

    private static int? Bind(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
