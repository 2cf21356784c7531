using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Chimera.Api.Hosting.Rabbit;

/// <summary>The RabbitMQ that <c>RABBITMQ_URL</c> names, and what it can do.</summary>
/// <param name="HasQuorumQueues">From version 3.8 on; an older one gets classic queues.</param>
public sealed record RabbitBroker(Uri Url, bool HasQuorumQueues)
{
    private static readonly Version FirstWithQuorumQueues = new(3, 8);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Asks the broker for its version. While it is down this waits: a host without its queues could do nothing.</summary>
    public static async Task<RabbitBroker> Find(string url, Action<string> say, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
            throw new HostSettingException("setting.rabbitmq-url", "RABBITMQ_URL is an address such as amqp://user:password@host:5672.");
        for (var said = false; ; said = true)
        {
            try
            {
                await using var connection = await Factory(uri).CreateConnectionAsync("chimera: asks for the version", cancellation);
                return new(uri, VersionOf(connection) >= FirstWithQuorumQueues);
            }
            catch (BrokerUnreachableException unreachable) when (unreachable.InnerException is not AuthenticationFailureException)
            {
                if (!said) say($"RabbitMQ at {uri.Host}:{uri.Port} does not answer; waiting for it.");
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>A dead peer is noticed within two heartbeats.</summary>
    public static void Configure(ConnectionFactory factory, Uri url)
    {
        factory.Uri = url;
        factory.RequestedHeartbeat = TimeSpan.FromSeconds(10);
        factory.NetworkRecoveryInterval = TimeSpan.FromSeconds(1);
        factory.ClientProvidedName = $"chimera {Environment.ProcessId}";
    }

    internal static ConnectionFactory Factory(Uri url)
    {
        var factory = new ConnectionFactory();
        Configure(factory, url);
        return factory;
    }

    private static Version VersionOf(IConnection connection) =>
        connection.ServerProperties is { } properties && properties.TryGetValue("version", out var text) && text is byte[] version && Version.TryParse(Encoding.UTF8.GetString(version).Split('-', '+')[0], out var known)
            ? known
            : new(0, 0);
}
