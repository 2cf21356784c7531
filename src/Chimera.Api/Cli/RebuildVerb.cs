using System.CommandLine;
using System.Text.Json;

namespace Chimera.Api.Cli;

/// <summary><c>chimera projections rebuild</c>: starts a rebuild on the host and follows it to its end.</summary>
internal static class RebuildVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly Option<string?> Table = new("--table") { Description = "Only this one of the seven tables.", HelpName = "name" };
    private static readonly Option<bool> ExpectEqual = new("--expect-equal") { Description = $"For audits: any difference ends it with {ExitCode.EndedBadly}, and nothing is changed." };
    private static readonly Option<bool> AllowChanges = new("--allow-changes") { Description = "Rows may change or go, as after a change of the schema; without it only missing rows are put in." };

    public static Verb Rebuild()
    {
        var verb = new Verb("rebuild", "Folds all events anew beside the live tables, compares row by row, and swaps; Ctrl-C cancels it and leaves the tables as they are.",
            "projections rebuild", "projections rebuild --expect-equal", "projections rebuild --table tasks --allow-changes --json").With(Table, ExpectEqual, AllowChanges);
        verb.Validators.Add(given =>
        {
            if (given.GetValue(ExpectEqual) && given.GetValue(AllowChanges)) given.AddError("--expect-equal and --allow-changes exclude each other.");
        });
        return verb.Does(Run);
    }

    private static async Task<int> Run(Call call, CancellationToken cancellation)
    {
        var wanted = new { table = call.Value(Table), expect_equal = call.Value(ExpectEqual), allow_changes = call.Value(AllowChanges) };
        cancellation.ThrowIfCancellationRequested();
        var started = await call.Host.Post("projections/rebuild", wanted, CancellationToken.None); // whoever stops now is to know what to cancel
        var end = await new RebuildDisplay(call.Printer.Progress).During(started, show => Follow(call.Host, started, show, cancellation));
        RebuildReport.Print(call.Printer, end);
        return Resource.Cell(end, "state") is "swapped" or "equal" ? ExitCode.Ok : ExitCode.EndedBadly;
    }

    /// <summary>Looks until it is over; once cancelled here, it is cancelled there and its end waited for.</summary>
    private static async Task<JsonElement> Follow(HostClient host, JsonElement status, Action<JsonElement> show, CancellationToken cancellation)
    {
        var path = $"projections/rebuilds/{Resource.Cell(status, "rebuild_id")}";
        for (var asked = false; Resource.Cell(status, "state") == "running"; status = await host.Get(path, CancellationToken.None))
        {
            show(status);
            await Task.Delay(Pause, asked ? CancellationToken.None : cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (asked || !cancellation.IsCancellationRequested) continue;
            await host.Post($"{path}/cancel", new { }, CancellationToken.None);
            asked = true;
        }
        return status;
    }
}
