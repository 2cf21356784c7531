using Chimera.Domain;
using Marten;
using Wolverine;

namespace Chimera.Handlers.DeadLetters;

public static class RedriveDeadLetterHandler
{
    public static async Task<OutgoingMessages> Handle(RedriveDeadLetter command, IDocumentSession session, CancellationToken cancellation)
    {
        var letter = await DeadLetter.Get(session, command.Id, cancellation);
        if (letter.Message() is not { } message)
            throw new RuleViolationException("dead-letter.foreign", $"No stage takes a {letter.MessageType}, or it cannot be read; edit or discard it.");
        session.QueueOperation(new TakeDeadLetter(letter.Id));
        return [message];
    }
}
