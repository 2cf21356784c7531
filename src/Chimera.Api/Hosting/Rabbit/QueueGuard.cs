using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Wolverine.Runtime;

namespace Chimera.Api.Hosting.Rabbit;

/// <summary>
/// Looks every few seconds whether the stages' queues are there, for nobody else notices when one is deleted: what is sent to it is confirmed and gone, and its
/// readers wait for ever. A queue that is missing is declared again one round later, when the other processes have missed it too, and its reader here started anew.
/// </summary>
internal sealed class QueueGuard(RabbitBroker broker, IWolverineRuntime wolverine, ILogger<QueueGuard> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private readonly HashSet<RabbitQueue> missing = [];

    /// <summary>Messages that no process has taken yet; null while nobody knows.</summary>
    public long? Waiting { get; private set; }

    /// <summary>Counts the queues that had to be made again.</summary>
    public int Mended { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await RabbitBroker.Factory(broker.Url).CreateConnectionAsync("chimera: guards the queues", stoppingToken);
                do Waiting = await Look(connection, stoppingToken);
                while (await timer.WaitForNextTickAsync(stoppingToken));
            }
            catch (Exception lost) when (!stoppingToken.IsCancellationRequested)
            {
                Waiting = null;
                log.LogWarning("The queues cannot be seen at this moment: {Reason}", lost.Message);
                await Task.Delay(Every, stoppingToken);
            }
        }
    }

    private async Task<long?> Look(IConnection connection, CancellationToken cancellation)
    {
        long? waiting = 0;
        foreach (var queue in RabbitQueue.All)
        {
            var count = await Count(connection, queue, cancellation);
            waiting += count;
            if (missing.Remove(queue)) await Mend(connection, queue, cancellation);
            else if (count is null) missing.Add(queue);
        }
        return waiting;
    }

    /// <summary>Null when there is no such queue; the broker answers that by closing the channel.</summary>
    private static async Task<long?> Count(IConnection connection, RabbitQueue queue, CancellationToken cancellation)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue.Name, cancellation)).MessageCount;
        }
        catch (OperationInterruptedException gone) when (gone.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    private async Task Mend(IConnection connection, RabbitQueue queue, CancellationToken cancellation)
    {
        log.LogError("Queue {Queue} was deleted; it is made again, and what was lost in it is sent again", queue.Name);
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: cancellation))
        {
            await channel.QueueDeclareAsync(queue.Name, durable: true, exclusive: false, autoDelete: false, queue.Arguments(broker.HasQuorumQueues), cancellationToken: cancellation);
            await channel.QueueBindAsync(queue.Name, queue.Name, "", cancellationToken: cancellation);
        }
        Mended++;
        if (wolverine.Endpoints.FindListeningAgent(new Uri($"rabbitmq://queue/{queue.Name}")) is { } reader) await reader.RestartAsync();
    }
}
