using Chimera.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.AspNetCore;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>
/// A tool server that lets in who has a token of the authorization server beside it, which is a strict one: a refresh token serves once, and who uses it twice
/// has lost them all (RFC 9700, 4.14.2).
/// </summary>
public sealed partial class GuardedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private TaskCompletionSource turnedAway = new();

    private GuardedServer(WebApplication app) => this.app = app;

    public string Url { get; private init; } = "";

    public string Endpoint => Url + "/mcp";

    /// <summary>What the owner of the account says when asked.</summary>
    public bool SaysNo { get; set; }

    public bool AsksForNothing { get; set; }

    /// <summary>Answers the token endpoint gives in place of tokens.</summary>
    public int? Outage { get; set; }

    /// <summary>Of the access tokens, as they are told.</summary>
    public int Seconds { get; set; } = 3600;

    public bool GivesNewRefreshTokens { get; set; } = true;

    /// <summary>What a refresh waits for before it is answered.</summary>
    public Func<Task>? Hold { get; set; }

    /// <summary>Ends when the next one is not let in.</summary>
    public Task TurnedAway => turnedAway.Task;

    public int Refreshes { get; private set; }

    public int Registrations { get; private set; }

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
        server = new(builder.Build()) { Url = url };
        server.Map();
        server.app.Urls.Add(url);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The server takes none of its access tokens any more, whatever it has told of their life.</summary>
    public void ForgetAccess() => access.Clear();

    /// <summary>The owner of the account takes the yes back.</summary>
    public void ForgetAll()
    {
        turnedAway = new(TaskCreationOptions.RunContinuationsAsynchronously);
        access.Clear();
        refresh.Clear();
    }

    /// <summary>As it is by default, whatever a test has made of it.</summary>
    public void Calm() => (SaysNo, AsksForNothing, Outage, Seconds, GivesNewRefreshTokens, Hold) = (false, false, null, 3600, true, null);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/oauth-protected-resource/mcp", () => new Dictionary<string, object> { ["resource"] = Endpoint, ["authorization_servers"] = new[] { Url } });
        app.MapGet("/.well-known/oauth-authorization-server", () => new Dictionary<string, object>
        {
            ["issuer"] = Url, ["authorization_endpoint"] = Url + "/authorize", ["token_endpoint"] = Url + "/token", ["registration_endpoint"] = Url + "/register",
            ["code_challenge_methods_supported"] = new[] { "S256" }, ["token_endpoint_auth_methods_supported"] = new[] { "none", "client_secret_basic" }
        });
        app.MapPost("/register", () => Results.Json(new { client_id = $"chimera-{++Registrations}", token_endpoint_auth_method = "none" }, statusCode: 201));
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", Token);
        app.Use(Guard);
        app.MapMcp("/mcp");
    }

    private async Task Guard(HttpContext http, RequestDelegate next)
    {
        var token = http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        if (AsksForNothing || !http.Request.Path.StartsWithSegments("/mcp") || access.ContainsKey(token)) await next(http);
        else
        {
            turnedAway.TrySetResult();
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = $"Bearer resource_metadata=\"{Url}/.well-known/oauth-protected-resource/mcp\"";
        }
    }
}
