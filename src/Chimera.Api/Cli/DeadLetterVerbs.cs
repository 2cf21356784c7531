using System.CommandLine;
using System.Text.Json;
using Chimera.Domain;

namespace Chimera.Api.Cli;

/// <summary><c>chimera dead-letters …</c>: the messages that failed for good.</summary>
internal static class DeadLetterVerbs
{
    private static readonly Resource Letters = new("dead letter", "dead-letters", "dead_letter_id", "message_type", "error_type", "error_message", "failed_at");

    public static Verb All() => new Verb("dead-letters", "The messages that failed for good: list, show, edit, re-drive or discard them.").With(
        List(), Show(), Edit(), Redrive(), Discard());

    private static Verb List()
    {
        var limit = ResourceVerbs.Limit(10_000);
        return new Verb("list", "Lists them, the newest first, with the reason.", "dead-letters list", "dead-letters list --json").With(limit).Does(async (call, cancellation) =>
        {
            call.Printer.List(Letters, await call.Host.List(Letters.Path, [], call.Value(limit), cancellation));
            return ExitCode.Ok;
        });
    }

    private static Verb Show()
    {
        var id = ResourceVerbs.Id(Letters);
        return new Verb("show", "Shows one with its message and the tasks that stand still because of it.", "dead-letters show 019b3c52").With(id).Does(async (call, cancellation) =>
        {
            call.Printer.Record(await call.Host.Get(await PathOf(call, id, cancellation), cancellation));
            return ExitCode.Ok;
        });
    }

    private static Verb Edit()
    {
        var (id, file) = (ResourceVerbs.Id(Letters), new Option<string>("--message") { Description = "A JSON file with the whole message that takes its place.", HelpName = "file", Required = true });
        return new Verb("edit", "Puts another message of the same kind in its place; it is not sent yet.", "dead-letters edit 019b3c52 --message message.json").With(id, file).Does(
            async (call, cancellation) =>
            {
                var letter = await call.Host.Patch(await PathOf(call, id, cancellation), new { message = Read(call.Required(file)) }, cancellation);
                call.Printer.Answer(letter, $"dead letter {Resource.Cell(letter, Letters.IdField)} is edited; redrive sends it.");
                return ExitCode.Ok;
            });
    }

    private static Verb Redrive()
    {
        var id = ResourceVerbs.Id(Letters);
        return new Verb("redrive", "Sends the message on its way again.", "dead-letters redrive 019b3c52").With(id).Does(async (call, cancellation) =>
        {
            var letter = await call.Host.Post($"{await PathOf(call, id, cancellation)}/redrive", new { }, cancellation);
            call.Printer.Answer(letter, $"{Resource.Cell(letter, "message_type")} is on its way again.");
            return ExitCode.Ok;
        });
    }

    private static Verb Discard()
    {
        var (id, reason) = (ResourceVerbs.Id(Letters), new Option<string>("--reason") { Description = "Why; it is kept with the tasks' error.", HelpName = "text" });
        return new Verb("discard", "Gives the message up: its tasks fail, those that wait for them are skipped.", "dead-letters discard 019b3c52 --reason \"the shop is closed\"").With(id, reason).Does(
            async (call, cancellation) =>
            {
                object body = call.Value(reason) is { } why ? new { reason = why } : new { };
                var letter = await call.Host.Post($"{await PathOf(call, id, cancellation)}/discard", body, cancellation);
                call.Printer.Answer(letter, $"{Resource.Cell(letter, "message_type")} is given up.");
                return ExitCode.Ok;
            });
    }

    private static async Task<string> PathOf(Call call, Argument<string> id, CancellationToken cancellation) =>
        $"{Letters.Path}/{await Letters.Identify(call.Host, call.Required(id), cancellation)}";

    private static JsonElement Read(string file)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllText(file));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"{file}: {(unusable is JsonException misfit ? ChimeraJson.Sentence(misfit) : unusable.Message)}");
        }
    }
}
