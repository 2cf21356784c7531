using Chimera.Domain;

namespace Chimera.Api.Cli;

/// <summary><c>chimera serve</c></summary>
internal static class Serving
{
    public static Verb Serve() => new Verb("serve", "Runs the platform until Ctrl-C. The environment says how: CHIMERA_PORT, CHIMERA_HOME, DATABASE_URL and others.",
        "serve", "serve --json").Does(async (call, cancellation) =>
    {
        await using var host = await OwnHost.Start(OwnHost.Settings(choosePort: false, call.Printer.Note), cancellation);
        var url = OwnHost.UrlOf(host.Settings).GetLeftPart(UriPartial.Authority);
        call.Printer.Answer(ChimeraJson.Write(new { url, pid = Environment.ProcessId }), $"Chimera listens on {url} (pid {Environment.ProcessId}); Ctrl-C stops it.");
        await host.App.WaitForShutdownAsync(cancellation);
        return ExitCode.Ok;
    });
}
