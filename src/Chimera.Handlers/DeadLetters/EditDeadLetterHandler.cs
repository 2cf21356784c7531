using System.Text.Json;
using Chimera.Domain;
using Marten;

namespace Chimera.Handlers.DeadLetters;

public static class EditDeadLetterHandler
{
    public static async Task Handle(EditDeadLetter command, IDocumentSession session, CancellationToken cancellation)
    {
        var letter = await DeadLetter.Get(session, command.Id, cancellation);
        Validate(letter.MessageType, command.Message);
        session.QueueSqlCommand($"update {DeadLetter.Table} set body = ? where id = ?", letter.With(command.Message), letter.Id);
    }

    private static void Validate(string name, JsonElement message)
    {
        if (StageMessages.TypeOf(name) is not { } type) throw new RuleViolationException("dead-letter.foreign", $"No stage takes a {name}; it can only be discarded.");
        try
        {
            if (message.Deserialize(type, ChimeraJson.Strict) is null) throw new RuleViolationException("dead-letter.message", "null is not allowed here.", "/message");
        }
        catch (JsonException misfit)
        {
            throw new RuleViolationException("dead-letter.message", ChimeraJson.Sentence(misfit), "/message" + ChimeraJson.Pointer(misfit.Path));
        }
    }
}
