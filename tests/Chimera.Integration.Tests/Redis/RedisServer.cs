using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Chimera.Api.Hosting;
using StackExchange.Redis;

namespace Chimera.Integration.Tests.Redis;

/// <summary>Debian's redis-server, on a free port of the loopback.</summary>
/// <param name="keeps">It writes what it holds to a folder of its own and has it again when it is started anew; otherwise that is gone with the process.</param>
public sealed class RedisServer(bool keeps = false) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string home = Directory.CreateTempSubdirectory("chimera-redis-").FullName;
    private Process? process;
    private ConnectionMultiplexer? connection;

    public int Port { get; } = LoopbackPort.Free();

    public int ProcessId => process!.Id;

    public string Url => $"redis://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    public async Task Start()
    {
        process = Process.Start(new ProcessStartInfo("redis-server",
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--dir", home, "--appendonly", keeps ? "yes" : "no", "--loglevel", "warning"])
        { RedirectStandardOutput = true })!;
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var clock = Stopwatch.StartNew(); !await Answers(); await look.WaitForNextTickAsync())
            if (process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"redis-server does not answer on port {Port}.");
    }

    /// <summary>Ends the process with SIGKILL.</summary>
    public async Task Stop()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }

    /// <summary>What it has written is lost; it must not run.</summary>
    public void Forget()
    {
        Directory.Delete(home, recursive: true);
        Directory.CreateDirectory(home);
    }

    /// <summary>A client of its own, like any other program's.</summary>
    public async Task<IDatabase> Client() => (await Connect()).GetDatabase();

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
        await Stop();
        Directory.Delete(home, recursive: true);
    }

    private async Task<ConnectionMultiplexer> Connect() => connection ??= await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},abortConnect=false,allowAdmin=true,connectTimeout=500,syncTimeout=10000");

    /// <summary>Whether it has read what it kept, too: before, it answers with an error.</summary>
    private async Task<bool> Answers()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port);
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[16];
            return Encoding.ASCII.GetString(answer, 0, await client.GetStream().ReadAsync(answer)).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (Exception refused) when (refused is SocketException or IOException)
        {
            return false;
        }
    }
}
