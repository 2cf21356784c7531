using Chimera.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.AspNetCore;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>A tool server that lets in who has a token of the authorization server beside it.</summary>
public sealed class GuardedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private TaskCompletionSource turnedAway = new();

    private GuardedServer(WebApplication app) => this.app = app;

    public string Url { get; private init; } = "";

    public string Endpoint => Url + "/mcp";

    public StrictAuthority Authority { get; private init; } = null!;

    public bool AsksForNothing { get; set; }

    public static async Task<GuardedServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var url = $"http://127.0.0.1:{LoopbackPort.Free()}";
        GuardedServer? server = null;
        builder.Services.AddDistributedMemoryCache();
        builder.Services.AddSingleton(_ => server!);
#pragma warning disable MCP9006 // only the protocol of before lets an answer be fetched by another request
        builder.Services.AddMcpServer().WithHttpTransport(http => http.SessionMode = HttpServerSessionMode.StatefulForInitializeClients).WithTools<GuardedTools>().WithDistributedCacheEventStreamStore();
#pragma warning restore MCP9006
        server = new(builder.Build()) { Url = url, Authority = new(url) };
        server.Map();
        server.app.Urls.Add(url);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Ends when the next one is not let in.</summary>
    public Task TurnedAway()
    {
        turnedAway = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return turnedAway.Task;
    }

    /// <summary>As it is by default, whatever a test has made of it.</summary>
    public void Calm()
    {
        AsksForNothing = false;
        Authority.Calm();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/oauth-protected-resource/mcp", () => new Dictionary<string, object> { ["resource"] = Endpoint, ["authorization_servers"] = new[] { Url } });
        Authority.Map(app);
        app.Use(Guard);
        app.MapMcp("/mcp");
    }

    private async Task Guard(HttpContext http, RequestDelegate next)
    {
        var token = http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        if (AsksForNothing || !http.Request.Path.StartsWithSegments("/mcp") || Authority.Knows(token)) await next(http);
        else
        {
            turnedAway.TrySetResult();
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = $"Bearer resource_metadata=\"{Url}/.well-known/oauth-protected-resource/mcp\"";
        }
    }
}
