using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Chimera.Api.Cli;

/// <summary>Shows a campaign's way: a board that changes in place on a terminal, a line for each change elsewhere.</summary>
internal sealed class ProgressDisplay(IAnsiConsole console)
{
    private const int Remembered = 8, BarWidth = 50;
    private readonly Queue<string> said = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private CampaignProgress? shown;
    private LiveDisplayContext? live;

    /// <summary>Shows while <paramref name="work"/> runs.</summary>
    public async Task<T> During<T>(Func<Task<T>> work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Out.IsTerminal) return await work();
        return await console.Live(new Text("")).StartAsync(context =>
        {
            live = context;
            return work();
        });
    }

    public void Show(CampaignProgress progress)
    {
        if (progress != shown && live is null) Line(progress.ToString());
        shown = progress;
        Draw();
    }

    /// <summary>Something worth telling happened.</summary>
    public void Say(string happened)
    {
        if (live is null) Line(happened);
        said.Enqueue($"{Now()}  {happened}");
        if (said.Count > Remembered) said.Dequeue();
        Draw();
    }

    private void Line(string text) => console.WriteLine($"{Now()}  {text}");

    private string Now() => clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(6) + " s";

    private void Draw()
    {
        if (live is null || shown is not { } progress) return;
        live.UpdateTarget(new Rows([Bar(progress), Numbers(progress), .. said.Select(line => new Text(line, Color.Grey) { Overflow = Overflow.Ellipsis })]));
    }

    private static BreakdownChart Bar(CampaignProgress progress) => new BreakdownChart().Width(BarWidth)
        .AddItem("completed", progress.Completed, Color.Green).AddItem("failed", progress.Failed, Color.Red)
        .AddItem("with a human", progress.Escalated, Color.Yellow).AddItem("in progress", progress.InProgress, Color.Blue)
        .AddItem("pending", progress.Pending, Color.Grey);

    private static Text Numbers(CampaignProgress progress) =>
        new Text($"{Domain.ChimeraJson.NameOf(progress.Status)}: {progress.Completed + progress.Failed} of {progress.Tasks} tasks, {progress.Posts} posts, {progress.HitlItems} given to a human, {progress.Events} events");
}
