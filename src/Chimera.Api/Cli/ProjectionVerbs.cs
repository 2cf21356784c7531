using System.CommandLine;
using System.Text.Json;

namespace Chimera.Api.Cli;

/// <summary><c>chimera projections …</c>: the tables, for those who operate them.</summary>
internal static class ProjectionVerbs
{
    private const int MostShown = 200;

    private static readonly Resource Rebuilds = new("rebuild", "projections/rebuilds", "rebuild_id", "state", "table", "requested_by", "started_at", "ended_at", "events");
    private static readonly Resource Poison = new("poison event", "projections/poison-events", "sequence", "table", "event_type", "stream_id", "version", "reason", "recorded_at");

    public static Verb All() => new Verb("projections", "The tables that are folded from the events: how they stand, rebuilds, rollback, poison events.").With(
        Show(), RebuildVerb.Rebuild(), Past(), Rollback(),
        new Verb("poison", "The events that are set aside because a table could not take them in.").With(ListPoison(), Retry()));

    private static Verb Show() => new Verb("show", "Shows versions, how far the tables follow, what is set aside, and the rebuild that runs.",
        "projections show", "projections show --json").Does(async (call, cancellation) =>
    {
        call.Printer.Record(await call.Host.Get("projections", cancellation));
        return ExitCode.Ok;
    });

    private static Verb Past()
    {
        var id = new Argument<string?>("id") { Description = "Show this one's report, by its id or enough of its beginning.", Arity = ArgumentArity.ZeroOrOne };
        var limit = ResourceVerbs.Limit(MostShown);
        return new Verb("rebuilds", "Lists rebuilds, the newest first, or shows the report of one.", "projections rebuilds", "projections rebuilds 019b3c52").With(id, limit).Does(async (call, cancellation) =>
        {
            if (call.Value(id) is { } given)
                RebuildReport.Print(call.Printer, await call.Host.Get($"{Rebuilds.Path}/{await Rebuilds.Identify(call.Host, given, cancellation)}", cancellation));
            else call.Printer.List(Rebuilds, await call.Host.List(Rebuilds.Path, [], call.Value(limit), cancellation));
            return ExitCode.Ok;
        });
    }

    private static Verb Rollback() => new Verb("rollback", "Reads the tables again that the last swap replaced.", "projections rollback").Does(async (call, cancellation) =>
    {
        var state = await call.Host.Post("projections/rollback", new { }, cancellation);
        call.Printer.Answer(state, $"The tables of before are read again: version {Resource.Cell(state, "live_version")}, at event {Resource.Cell(state, "sequence")}.");
        return ExitCode.Ok;
    });

    private static Verb ListPoison()
    {
        var limit = ResourceVerbs.Limit(MostShown);
        return new Verb("list", "Lists what is set aside, the oldest first, with the reason.", "projections poison list", "projections poison list --json").With(limit).Does(async (call, cancellation) =>
        {
            call.Printer.List(Poison, await call.Host.List(Poison.Path, [], call.Value(limit), cancellation));
            return ExitCode.Ok;
        });
    }

    private static Verb Retry()
    {
        var sequence = new Argument<long>("sequence") { Description = "The event's sequence, as the list shows it." };
        return new Verb("retry", $"Folds the stream of a poison event anew; {ExitCode.EndedBadly} is returned while any event of the stream stays set aside.",
            "projections poison retry 4711").With(sequence).Does(async (call, cancellation) =>
        {
            var answer = await call.Host.Post($"{Poison.Path}/{call.Value(sequence)}/retry", new { }, cancellation);
            JsonElement[] left = [.. answer.GetProperty("items").EnumerateArray()];
            if (left.Length == 0) call.Printer.Answer(answer, "Taken in: nothing of its stream is set aside any more.");
            else call.Printer.List(Poison, left);
            return left.Length == 0 ? ExitCode.Ok : ExitCode.EndedBadly;
        });
    }
}
