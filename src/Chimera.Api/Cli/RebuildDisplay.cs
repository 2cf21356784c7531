using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Chimera.Api.Cli;

/// <summary>Shows how far a rebuild is: a bar on a terminal, a line for each tenth elsewhere.</summary>
internal sealed class RebuildDisplay(IAnsiConsole console)
{
    private (string Phase, long Tenth)? said;

    /// <summary>Shows what <paramref name="work"/> tells while it runs.</summary>
    public async Task<JsonElement> During(JsonElement started, Func<Action<JsonElement>, Task<JsonElement>> work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Out.IsTerminal) return await work(Line);
        return await console.Progress().Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }).StartAsync(context =>
        {
            var bar = context.AddTask(Markup.Escape(Text(started)));
            return work(status => Draw(bar, status));
        });
    }

    /// <summary>Such as <c>reading: 12,000 of 57,000 events, 40,000 events/s, 1.1 s left</c>.</summary>
    internal static string Text(JsonElement status)
    {
        var left = status.TryGetProperty("seconds_left", out var seconds) ? $", {Time(seconds.GetDouble())} left" : "";
        return $"{Resource.Cell(status, "phase")}: {Number(status, "events")} of {Number(status, "total")} events, {Number(status, "events_per_second")} events/s{left}";
    }

    internal static string Number(JsonElement status, string field) => status.GetProperty(field).GetDouble().ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => seconds < 60
        ? seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : TimeSpan.FromSeconds(seconds).ToString(seconds < 3600 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);

    private static void Draw(ProgressTask bar, JsonElement status)
    {
        var (events, total) = (status.GetProperty("events").GetInt64(), status.GetProperty("total").GetInt64());
        bar.IsIndeterminate = total == 0;
        if (total > 0) bar.MaxValue = total;
        bar.Value = Math.Min(events, total);
        bar.Description = Markup.Escape(Text(status));
    }

    private void Line(JsonElement status)
    {
        var at = (Resource.Cell(status, "phase"), 10 * status.GetProperty("events").GetInt64() / Math.Max(1, status.GetProperty("total").GetInt64()));
        if (said != at) console.WriteLine(Text(status));
        said = at;
    }
}
