using System.Diagnostics;
using System.Globalization;
using Chimera.Api.Hosting;
using StackExchange.Redis;

namespace Chimera.Integration.Tests.Redis;

/// <summary>Debian's redis-server, on a free port of the loopback, keeping nothing on disk.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private Process? process;
    private ConnectionMultiplexer? connection;

    public int Port { get; } = LoopbackPort.Free();

    public string Url => $"redis://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    public async Task Start()
    {
        process = Process.Start(new ProcessStartInfo("redis-server",
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--loglevel", "warning"])
        { RedirectStandardOutput = true })!;
        await Eventually.Is(async () => (await Connect()).IsConnected, up => up, "redis-server to answer");
    }

    /// <summary>Ends the process; what it held is gone.</summary>
    public async Task Stop()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }

    /// <summary>A client of its own, like any other program's.</summary>
    public async Task<IDatabase> Client() => (await Connect()).GetDatabase();

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
        await Stop();
    }

    private async Task<ConnectionMultiplexer> Connect() => connection ??= await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},abortConnect=false,allowAdmin=true,connectTimeout=500,syncTimeout=10000");
}
