using Chimera.Handlers;

namespace Chimera.Api.Hosting.Rabbit;

/// <summary>A stage's queue on the broker, with the exchange of the same name that feeds it.</summary>
/// <param name="Stage">The stage's name for it (<see cref="Queues"/>).</param>
/// <param name="AtATime">Messages in a process's hands at a time; what is handed out and not handled goes back when the process dies.</param>
/// <param name="OneReader">One process reads it, and the next takes over: messages that contend for the same few streams.</param>
internal sealed record RabbitQueue(string Stage, Roles Reader, ushort AtATime, bool OneReader = false)
{
    /// <summary>Longer than a handler may take; brokers from 3.12 on would give up on a slow worker after half an hour.</summary>
    private const long ConsumerTimeoutMs = 7_200_000;

    public static readonly RabbitQueue[] All =
    [
        new(Queues.Plan, Roles.Planner, 4), new(Queues.Work, Roles.Worker, 64), new(Queues.Review, Roles.Judge, 64),
        new(Queues.Decide, Roles.Judge, 64), new(Queues.Commit, Roles.Worker, 4),
        new(Queues.Campaigns, Roles.Planner, 1, OneReader: true)
    ];

    public string Name => "chimera." + Stage;

    public Dictionary<string, object?> Arguments(bool quorum)
    {
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = quorum ? "quorum" : "classic", ["x-consumer-timeout"] = ConsumerTimeoutMs };
        if (OneReader) arguments["x-single-active-consumer"] = true;
        return arguments;
    }
}
