using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Connections to Redis, made when the first is needed. A server that cannot be reached is tried again until it can.</summary>
public sealed class RedisConnections(RedisOptions options, ILogger<RedisConnections> log) : IAsyncDisposable
{
    private static readonly int BlockedFor = (int)TimeSpan.FromSeconds(70).TotalMilliseconds;

    private readonly Lock gate = new();
    private readonly List<ConnectionMultiplexer> opened = [];
    private GarnetInProcess? garnet;
    private Task<ConnectionMultiplexer>? shared;

    /// <summary><c>up</c> or <c>down</c>; null while nothing has needed it.</summary>
    public string? State => shared is not { } one ? null : one is { IsCompletedSuccessfully: true, Result.IsConnected: true } ? "up" : "down";

    /// <summary>The connection for everything that does not block.</summary>
    public async Task<IDatabase> Database() => (await Shared()).GetDatabase();

    public Task<ConnectionMultiplexer> Shared()
    {
        lock (gate) return shared ??= Open("shared", options => options);
    }

    /// <summary>A connection for one loop that blocks: what is sent after a blocking command waits for it.</summary>
    public async Task<IDatabase> Blocking()
    {
        return (await Open("blocking", Patient)).GetDatabase();

        static ConfigurationOptions Patient(ConfigurationOptions options)
        {
            options.AsyncTimeout = BlockedFor;
            return options;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in opened) await connection.DisposeAsync();
        garnet?.Dispose();
    }

    private async Task<ConnectionMultiplexer> Open(string what, Func<ConfigurationOptions, ConfigurationOptions> adapt)
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(adapt(RedisOptions.Configuration(Address())));
        lock (gate) opened.Add(connection);
        if (what != "shared") return connection;
        if (!connection.IsConnected) log.LogWarning("Redis cannot be reached at {Address}; trying again every second", Where(connection));
        connection.ConnectionFailed += (_, failed) => log.LogWarning("Redis at {Address} is lost ({Failure}); trying again every second", failed.EndPoint, failed.FailureType);
        connection.ConnectionRestored += (_, restored) => log.LogWarning("Redis at {Address} is reached", restored.EndPoint);
        return connection;
    }

    private string Address()
    {
        if (options.Url is { } url) return url;
        lock (gate) return $"127.0.0.1:{(garnet ??= new()).Port}";
    }

    private static string Where(ConnectionMultiplexer connection) => string.Join(", ", connection.GetEndPoints().Select(one => one.ToString()));
}
