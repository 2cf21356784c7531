using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Chimera.Api.Hosting;

namespace Chimera.Integration.Tests.Rabbit;

/// <summary>A RabbitMQ of its own on free loopback ports, with a data folder that outlives a restart and not the object.</summary>
public sealed class RabbitServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string home = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"chimera-rabbit-{Guid.NewGuid():N}")).FullName;
    private readonly int port = LoopbackPort.Free(), distribution = LoopbackPort.Free(), mapper = LoopbackPort.Free();
    private readonly string name = $"chimera{Guid.NewGuid():N}@localhost";
    private Process? server;

    public string Url => $"amqp://guest:guest@127.0.0.1:{port}";

    /// <summary>Does nothing while it runs.</summary>
    public async Task Start()
    {
        if (server is not null) return;
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in Environment()) start.Environment[variable] = value;
        await File.WriteAllTextAsync(Path.Combine(home, "plugins"), "[].");
        server = Process.Start(start) ?? throw new InvalidOperationException("RabbitMQ did not start.");
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var clock = Stopwatch.StartNew(); !await Answers(); await look.WaitForNextTickAsync())
            if (server.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"RabbitMQ does not answer on port {port}.");
    }

    /// <summary>As a broker is stopped that is to come again.</summary>
    public Task Stop() => End("-TERM");

    /// <summary>As a broker dies: nothing is written or said any more.</summary>
    public Task Kill() => End("-KILL");

    public async ValueTask DisposeAsync()
    {
        await Stop();
        var end = new ProcessStartInfo("epmd", ["-port", mapper.ToString(CultureInfo.InvariantCulture), "-kill"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using (var mapperEnd = Process.Start(end)) await mapperEnd!.WaitForExitAsync();
        Directory.Delete(home, recursive: true);
    }

    /// <summary>The start script's child; the script itself passes no signal on.</summary>
    public int Broker() => Directory.GetDirectories("/proc").Select(folder => Path.Combine(folder, "stat")).Where(File.Exists).Select(Parent)
        .First(process => process.Parent == server!.Id && process.Name.StartsWith("beam", StringComparison.Ordinal)).Pid;

    private async Task End(string signal)
    {
        if (server is null) return;
        using var end = Process.Start("kill", [signal, Broker().ToString(CultureInfo.InvariantCulture)]);
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    private static (int Pid, string Name, int Parent) Parent(string file)
    {
        try
        {
            var stat = File.ReadAllText(file);
            var (open, close) = (stat.IndexOf('('), stat.LastIndexOf(')'));
            return (int.Parse(stat[..open], CultureInfo.InvariantCulture), stat[(open + 1)..close], int.Parse(stat[(close + 2)..].Split(' ')[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return default; // it has just ended
        }
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port);
            client.ReceiveTimeout = 2000;
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray());
            return await client.GetStream().ReadAsync(new byte[8]) > 0;
        }
        catch (Exception closed) when (closed is SocketException or IOException)
        {
            return false;
        }
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["HOME"] = home, ["RABBITMQ_NODENAME"] = name, ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1", ["RABBITMQ_NODE_PORT"] = $"{port}",
        ["RABBITMQ_DIST_PORT"] = $"{distribution}", ["ERL_EPMD_PORT"] = $"{mapper}", ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home, "data"), ["RABBITMQ_LOG_BASE"] = Path.Combine(home, "log"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home, "plugins"), ["RABBITMQ_CONFIG_FILE"] = Path.Combine(home, "none"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(home, "none"), ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}"
    };
}
