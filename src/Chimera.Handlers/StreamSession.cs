using Marten;
using Wolverine;

namespace Chimera.Handlers;

/// <summary>A handler's session: the streams it reads, and one transaction for what its step decided.</summary>
public static class StreamSession
{
    public static IStreams Streams(this IDocumentSession session, StateCache? cache = null) => new MartenStreams(session, cache);

    /// <summary>Appends the step's events, each stream on the version that was read, and returns its messages for the outbox of the same transaction.</summary>
    public static OutgoingMessages Apply(this IDocumentSession session, Step step)
    {
        session.Append(step.TakeChanges());
        return Routed([.. step.Next.ToMessages()]);
    }

    internal static void Append(this IDocumentSession session, IReadOnlyCollection<Change> changes)
    {
        if (changes.Count > 0) session.QueueOperation(new ChunkAppend(session, changes));
    }

    internal static OutgoingMessages Routed(params ReadOnlySpan<Outgoing?> outgoing)
    {
        var messages = new OutgoingMessages();
        foreach (var one in outgoing)
            if (one is { At: { } time }) messages.Add(one.Message.WithDeliveryOptions(new() { ScheduledTime = time }));
            else if (one is not null) messages.Add(one.Message);
        return messages;
    }
}
