using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Garnet;

namespace Chimera.Integrations.Queues;

/// <summary>A Redis-compatible server in this process, on a free port of the loopback. What it holds is gone with the process, which is no loss: the streams know it.</summary>
internal sealed class GarnetInProcess : IDisposable
{
    private readonly GarnetServer server;

    public GarnetInProcess()
    {
        Port = FreePort();
        server = new(["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--memory", "64m", "--index", "8m", "-q"]);
        server.Start();
    }

    public int Port { get; }

    public void Dispose() => server.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
