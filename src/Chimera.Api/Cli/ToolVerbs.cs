using System.CommandLine;
using System.Web;

namespace Chimera.Api.Cli;

/// <summary><c>chimera tools …</c>: the servers whose tools are called, and an operator's yes to those that want one.</summary>
internal static class ToolVerbs
{
    private static readonly Resource Servers = new("tool server", "tool-servers", "name", "transport", "auth", "authorized", "url");
    private static readonly Option<bool> Paste = new("--paste") { Description = "Take the address in which the browser ends up from standard input; for a browser on another machine." };

    public static Verb All() => new Verb("tools", "The servers whose tools are called, and an operator's yes to those that want one.").With(List(), Authorize());

    private static Verb List() => new Verb("list", "Lists the servers, how they are convinced, and whether an operator's yes is there.", "tools list", "tools list --json").Does(async (call, cancellation) =>
    {
        var page = await call.Host.Get(Servers.Path, cancellation);
        call.Printer.List(Servers, [.. page.GetProperty("items").EnumerateArray()]);
        return ExitCode.Ok;
    });

    private static Verb Authorize()
    {
        var name = new Argument<string>("name") { Description = "The server's, as MCP_SERVERS has it." };
        return new Verb("authorize", "Asks a server's authorization server, and waits until somebody has said yes in a browser.",
            "tools authorize mcp-server-ideogram", "tools authorize mcp-server-ideogram --paste").With(name, Paste).Does((call, cancellation) => Authorize(call, call.Required(name), cancellation));
    }

    private static async Task<int> Authorize(Call call, string name, CancellationToken cancellation)
    {
        var path = $"{Servers.Path}/{Uri.EscapeDataString(name)}/authorizations";
        var begun = await call.Host.Post(path, new { }, cancellation);
        var url = new Uri(Resource.Cell(begun, "url"));
        using var browser = call.Value(Paste) ? null : new RedirectListener(new(Resource.Cell(begun, "redirect_uri")), HttpUtility.ParseQueryString(url.Query)["state"]);
        call.Printer.Note($"Open this address within ten minutes, and say yes:{Environment.NewLine}{url.AbsoluteUri}");
        var redirected = browser is null ? Console.ReadLine() ?? "" : await Wait(browser, begun.GetProperty("expires_at").GetDateTimeOffset(), cancellation);
        var server = await call.Host.Post($"{path}/{Resource.Cell(begun, "authorization_id")}/complete", new { redirected = redirected.Trim() }, cancellation);
        call.Printer.Answer(server, $"{name} is authorized, for all hosts of this database.");
        return ExitCode.Ok;
    }

    private static async Task<string> Wait(RedirectListener browser, DateTimeOffset until, CancellationToken cancellation)
    {
        var left = until - DateTimeOffset.UtcNow;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            return await browser.Wait(late.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UsageException("Nobody has said yes in time: begin again.");
        }
    }
}
