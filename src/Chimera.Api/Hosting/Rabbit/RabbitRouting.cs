using Chimera.Handlers;
using Wolverine;
using Wolverine.RabbitMQ;
using Wolverine.RabbitMQ.Internal;

namespace Chimera.Api.Hosting.Rabbit;

/// <summary>
/// The stages over RabbitMQ (ADR 0018). What is sent stands in the outbox of the transaction that decided it until the broker has confirmed it; what is
/// received is acknowledged after its handler's transaction, so a process that dies gives its messages back at once.
/// </summary>
internal static class RabbitRouting
{
    public static void RouteOver(this WolverineOptions options, RabbitBroker broker, Roles roles)
    {
        var rabbit = options.UseRabbitMq(factory => RabbitBroker.Configure(factory, broker.Url))
            .ConfigureChannelCreation(channel => (channel.PublisherConfirmationsEnabled, channel.PublisherConfirmationTrackingEnabled) = (true, true))
            .DisableDeadLetterQueueing() // dead letters are rows in the database
            .DisableSystemRequestReplyQueueDeclaration()
            .AutoProvision();
        foreach (var queue in RabbitQueue.All)
        {
            rabbit.DeclareQueue(queue.Name, declared => Declare(declared, queue, broker));
            options.Publish(to =>
            {
                foreach (var message in StageMessages.ByQueue[queue.Stage]) to.Message(message);
                // An exchange, for a queue would have one mode for sending and receiving.
                to.ToRabbitExchange(queue.Name, exchange => exchange.BindQueue(queue.Name)).UseDurableOutbox();
            });
            if (roles.HasFlag(queue.Reader))
                options.ListenToRabbitQueue(queue.Name).ProcessInline().PreFetchCount(queue.AtATime).ConsumerDispatchConcurrency(queue.AtATime);
        }
        options.Share();
    }

    private static void Declare(IRabbitMqQueue declared, RabbitQueue queue, RabbitBroker broker)
    {
        declared.QueueType = broker.HasQuorumQueues ? QueueType.quorum : QueueType.classic;
        foreach (var (name, value) in queue.Arguments(broker.HasQuorumQueues)) declared.Arguments[name] = value;
    }

    /// <summary>One of the processes sends what is scheduled and what a dead one left in its outbox; when it dies, another does within 30 s.</summary>
    private static void Share(this WolverineOptions options)
    {
        var durability = options.Durability;
        durability.Mode = DurabilityMode.Balanced;
        durability.FirstHealthCheckExecution = TimeSpan.FromMilliseconds(500);
        durability.HealthCheckPollingTime = TimeSpan.FromSeconds(2);
        durability.StaleNodeTimeout = TimeSpan.FromSeconds(10);
        durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(2);
        durability.OrphanedMessageSweepPollingTime = TimeSpan.FromSeconds(3);
    }
}
