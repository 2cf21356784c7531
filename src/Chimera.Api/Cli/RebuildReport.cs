using System.Globalization;
using System.Text.Json;

namespace Chimera.Api.Cli;

/// <summary>Tells of a rebuild: its tables with the rows that are equal, added, removed and changed, the first differences, and how it ended.</summary>
internal static class RebuildReport
{
    private static readonly Resource Counts = new("table", "", "table", "equal", "added", "removed", "changed");

    public static void Print(Printer printer, JsonElement status)
    {
        if (printer.Json)
        {
            printer.Document(status);
            return;
        }
        JsonElement[] tables = [.. status.GetProperty("report").EnumerateArray()];
        if (tables.Length > 0) printer.List(Counts, tables);
        foreach (var table in tables.Where(table => table.TryGetProperty("first", out _)))
            foreach (var row in table.GetProperty("first").EnumerateArray()) printer.Line($"{Resource.Cell(table, "table")} {Resource.Cell(row, "key")}: {Difference(row)}");
        printer.Line(Sentence(status));
    }

    private static string Difference(JsonElement row)
    {
        var change = Resource.Cell(row, "change");
        if (change != "changed") return change;
        var (before, after) = (row.GetProperty("before"), row.GetProperty("after"));
        var columns = after.EnumerateObject().Where(column => before.GetProperty(column.Name).GetRawText() != column.Value.GetRawText());
        return "changed " + string.Join(", ", columns.Select(column => $"{column.Name} from {before.GetProperty(column.Name).GetRawText()} to {column.Value.GetRawText()}"));
    }

    private static string Sentence(JsonElement status)
    {
        var id = $"rebuild {Resource.Cell(status, "rebuild_id")}: {Resource.Cell(status, "state")}";
        var took = status.TryGetProperty("ended_at", out var ended) ? ended.GetDateTimeOffset() - status.GetProperty("started_at").GetDateTimeOffset() : (TimeSpan?)null;
        var pace = took is { } time
            ? $", {RebuildDisplay.Number(status, "events")} events in {time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s"
            : $", {RebuildDisplay.Text(status)}";
        return id + pace + (Resource.Cell(status, "error") is { Length: > 0 } error ? $". {error}" : "");
    }
}
