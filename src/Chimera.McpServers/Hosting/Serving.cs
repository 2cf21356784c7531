using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Console;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Hosting;

/// <summary>Serves until the client is gone, or the process is told to end.</summary>
internal static class Serving
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    public static async Task Run(CommandLine line, Settings settings)
    {
        using var logs = LoggerFactory.Create(builder => Configure(builder, settings));
        await using var stage = new Backstage(settings, logs);
        if (line.Http) settings.RequireSafeAddress();
        // at once: a back end that lacks something ends the program before anybody calls
        var parts = line.Kind.Make(stage);
        if (line.Http) await OverHttp(line, settings, parts);
        else await OverStdio(line.Kind, parts, logs);
    }

    private static async Task OverStdio(ServerKind kind, ServerParts parts, ILoggerFactory logs)
    {
        var options = new McpServerOptions();
        options.Describe(kind, parts);
        using var gone = new CancellationTokenSource();
        var input = new Pipe();
        var reading = Forward(Console.OpenStandardInput(), input.Writer, gone);
        await using var transport = new StreamServerTransport(input.Reader.AsStream(), Console.OpenStandardOutput(), kind.Name, logs);
        await using var server = McpServer.Create(transport, options, logs);
        try
        {
            await server.RunAsync(gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // what was still being done was for nobody
        }
        await reading;
    }

    // by itself a server waits for its calls when the input has ended, and one that never answers would keep it for ever
    private static async Task Forward(Stream from, PipeWriter to, CancellationTokenSource gone)
    {
        await from.CopyToAsync(to);
        gone.CancelAfter(Farewell);
        await to.CompleteAsync();
    }

    private static async Task OverHttp(CommandLine line, Settings settings, ServerParts parts)
    {
        await using var app = Web(settings, line.Port, parts.Subscriptions, server => server.Services.Configure<McpServerOptions>(options => options.Describe(line.Kind, parts)));
        await Start(app, line.Port);
        await Console.Error.WriteLineAsync($"chimera-mcp: {line.Kind.Name} listens on {app.Urls.Single()}/mcp");
        await app.WaitForShutdownAsync();
    }

    /// <summary>A server over HTTP, for those who may call.</summary>
    /// <param name="subscriptions">Those of its resources, if there are any.</param>
    /// <param name="offer">Says what the server has.</param>
    internal static WebApplication Web(Settings settings, int port, Subscriptions? subscriptions, Action<IMcpServerBuilder> offer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        Configure(builder.Logging, settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(settings.Address, port));
        offer(builder.Services.AddMcpServer().WithHttpTransport(http => http.AllowSessions(subscriptions)));
        var app = builder.Build();
        app.Use(new Access("chimera-mcp", settings.Hosts, settings.Token).Check);
        app.MapMcp("/mcp");
        return app;
    }

    private static async Task Start(WebApplication app, int port)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken) when (taken.InnerException is not null)
        {
            throw new StartException($"Port {port} is taken.");
        }
        catch (SocketException refused)
        {
            throw new StartException($"Port {port} cannot be listened on: {refused.Message}.");
        }
    }

    // standard output belongs to the protocol
    private static void Configure(ILoggingBuilder builder, Settings settings) => builder.SetMinimumLevel(settings.Log)
        .AddSimpleConsole(console => (console.SingleLine, console.ColorBehavior) = (true, LoggerColorBehavior.Disabled))
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
