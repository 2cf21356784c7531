using System.CommandLine;
using Chimera.Api.Hosting;

namespace Chimera.Api.Cli;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string> Url = new("--url")
    {
        Description = "Where the host is. Default: $CHIMERA_URL, else http://127.0.0.1 and the port $CHIMERA_PORT or 8000.", HelpName = "url", Recursive = true
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Answer with one JSON document on standard output.", Recursive = true };

    public static Uri UrlOf(ParseResult given)
    {
        var url = given.GetValue(Url) ?? Environment("CHIMERA_URL") ?? $"http://127.0.0.1:{Environment("CHIMERA_PORT") ?? $"{HostSettings.DefaultPort}"}";
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return uri;
        throw new UsageException($"'{url}' is not the address of a host; one looks like http://127.0.0.1:8000.");
    }

    public static Printer PrinterOf(ParseResult given) => new(given.InvocationConfiguration.Output, given.InvocationConfiguration.Error, given.GetValue(Json));

    private static string? Environment(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
