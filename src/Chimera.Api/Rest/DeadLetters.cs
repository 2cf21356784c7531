using Chimera.Handlers;
using Chimera.Handlers.DeadLetters;
using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>The messages that failed for good: list, show, edit, re-drive, discard (docs/dead-letters.md).</summary>
internal static class DeadLetters
{
    private const string List = "dead_letters";

    public static void Map(IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/dead-letters").WithTags("Dead letters");
        letters.MapGet("", Page).Answers<Page<DeadLetterDetails>>(200, "listDeadLetters", "List dead letters", "Newest first: what failed for good, and why.", 400, 500);
        letters.MapGet("/{id}", Get).Answers<DeadLetterDetails>(200, "getDeadLetter", "Read a dead letter", "With its message.", 400, 404, 500);
        letters.MapPatch("/{id}", Edit).Answers<DeadLetterDetails>(200, "editDeadLetter", "Edit a dead letter",
            "Puts another message of the same kind in its place; it is not sent before it is re-driven.", 400, 404, 409, 413, 415, 422, 500);
        letters.MapPost("/{id}/redrive", Redrive).Answers<DeadLetterDetails>(200, "redriveDeadLetter", "Re-drive a dead letter",
            "Sends the message on its way again and takes it off the list. Answers it as it was.", 400, 404, 409, 413, 415, 422, 500);
        letters.MapPost("/{id}/discard", Discard).Answers<DeadLetterDetails>(200, "discardDeadLetter", "Discard a dead letter",
            "Gives the message up: its tasks fail with DISCARDED, those that wait for them are skipped. Answers it as it was.", 400, 404, 409, 413, 415, 422, 500);
    }

    private static async Task<Reply> Page([AsParameters] PageQuery page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        var after = "";
        if (page.After is { } place)
        {
            var (_, at, id) = Cursor.Read(place, List);
            command.Parameters.Add(new() { Value = at });
            command.Parameters.Add(new() { Value = id });
            after = $"where ({DeadLetter.FailedAtColumn}, id) < ($1, $2)";
        }
        command.CommandText = $"{DeadLetter.Select} {after} order by {DeadLetter.FailedAtColumn} desc, id desc limit {page.Size() + 1}";
        var found = await Read(command, cancellation);
        var shown = found.Take(page.Size()).ToArray();
        return Reply.Ok(new Page<DeadLetterDetails>([.. shown.Select(DeadLetterDetails.Of)],
            found.Count > shown.Length ? new Cursor(0, shown[^1].FailedAt, shown[^1].Id).Write(List) : null));
    }

    private static async Task<Reply> Get(Guid id, NpgsqlDataSource database, CancellationToken cancellation) => Reply.Ok(await Find(id, database, cancellation));

    private static async Task<Reply> Edit(Guid id, Body<EditedMessage> body, Commands commands, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await commands.Send(new EditDeadLetter(id, body.Value.Message));
        return Reply.Ok(await Find(id, database, cancellation));
    }

    private static async Task<Reply> Redrive(Guid id, OptionalBody<Nothing> body, Commands commands, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var letter = await Find(id, database, cancellation);
        await commands.Send(new RedriveDeadLetter(id));
        return Reply.Ok(letter);
    }

    private static async Task<Reply> Discard(Guid id, OptionalBody<WithReason> body, Commands commands, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var letter = await Find(id, database, cancellation);
        await commands.Send(new DiscardDeadLetter(id, body.Value.Or("discarded by an operator")));
        return Reply.Ok(letter);
    }

    private static async Task<DeadLetterDetails> Find(Guid id, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{DeadLetter.Select} where id = $1");
        command.Parameters.Add(new() { Value = id });
        return await Read(command, cancellation) is [var letter] ? DeadLetterDetails.Of(letter) : throw new UnknownIdException("dead-letter", id);
    }

    private static async Task<List<DeadLetter>> Read(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var letters = new List<DeadLetter>();
        while (await row.ReadAsync(cancellation)) letters.Add(DeadLetter.Read(row));
        return letters;
    }
}
