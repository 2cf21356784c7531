using System.CommandLine;
using Chimera.Api.Hosting;
using Chimera.Api.Hosting.Feeds;
using Npgsql;

namespace Chimera.Api.Cli;

/// <summary><c>chimera demo</c>: the whole platform in one process, with somebody who plays the human.</summary>
internal static class DemoVerb
{
    private static readonly Argument<string?> File = new("brief") { Description = "The campaign brief, a JSON file (docs/campaign-brief.md).", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Exit = new("--exit") { Description = "Stop when it is done, instead of staying until Ctrl-C." };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Launch nothing: carry on with what an earlier demo left open, however it ended." };

    public static Verb Demo()
    {
        var verb = new Verb("demo", "Starts a host, launches a brief, plays the human and prints one JSON line about the campaign.",
            "demo brief.json", "demo brief.json --exit", "demo --resume --exit").With(File, Exit, Resume);
        verb.Validators.Add(given =>
        {
            if (given.GetValue(File) is null && !given.GetValue(Resume)) given.AddError("Name a brief, or resume with --resume.");
        });
        return verb.Does(Run);
    }

    private static async Task<int> Run(Call call, CancellationToken cancellation)
    {
        var brief = call.Value(Resume) ? null : Brief.Read(call.Value(File)!);
        await using var own = await ChimeraHost.Start(OwnHost.Settings(choosePort: true, call.Printer.Note), Attentive, cancellation);
        using var host = new HostClient(OwnHost.UrlOf(own.Settings));
        var display = new ProgressDisplay(call.Printer.Progress);
        var database = own.App.Services.GetRequiredService<NpgsqlDataSource>();
        var demo = new Demo(host, display, new(database, display.Say), new(database, display.Say));
        var end = await display.During(() => brief is null ? demo.Resume(cancellation) : demo.Launch(brief, cancellation));
        call.Printer.Line(end.Line());
        Tell(call.Printer, own.Settings, end);
        if (end.IsWhole && !call.Value(Exit)) await own.App.WaitForShutdownAsync(cancellation);
        return end.IsWhole ? ExitCode.Ok : ExitCode.Refused;
    }

    /// <summary>Nobody watches a demo for minutes to see a mention or a trend.</summary>
    private static void Attentive(WebApplicationBuilder builder) => builder.Services.AddSingleton(new FeedOptions { MentionsEverySeconds = 1, TrendsEverySeconds = 1 });

    private static void Tell(Printer printer, HostSettings settings, DemoEnd end)
    {
        if (end.Trouble is { } trouble) printer.Note(trouble);
        else if (!end.IsWhole) printer.Note($"{end.Progress.Unfinished} tasks and {end.Progress.HitlOpen} decisions are left open.");
        printer.Note($"What was published: {settings.PublicUrl}/sandbox");
        printer.Note($"The campaign:       {settings.PublicUrl}/api/v1/campaigns/{end.Progress.CampaignId}");
        printer.Note($"The REST interface: {settings.PublicUrl}/docs");
    }
}
