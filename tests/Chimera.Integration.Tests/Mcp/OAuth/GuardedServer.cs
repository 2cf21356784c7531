using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Chimera.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>
/// A tool server that lets in who has a token of the authorization server beside it, which is a strict one: a refresh token serves once, and who uses it twice
/// has lost them all (RFC 9700, 4.14.2).
/// </summary>
public sealed class GuardedServer : IAsyncDisposable
{
    /// <summary>Of the client that needs nobody's yes, <c>machine</c>.</summary>
    public const string ClientSecret = "a secret of a machine";

    private static readonly string Credentials = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("machine:" + Uri.EscapeDataString(ClientSecret).Replace("%20", "+", StringComparison.Ordinal)));
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<string, string> codes = []; // and the challenge that each was given for
    private readonly ConcurrentDictionary<string, bool> access = [], refresh = [];
    private readonly WebApplication app;

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

    public int Refreshes { get; private set; }

    public static async Task<GuardedServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMcpServer().WithHttpTransport().WithTools<GuardedTools>();
        var url = $"http://127.0.0.1:{LoopbackPort.Free()}";
        var server = new GuardedServer(builder.Build()) { Url = url };
        server.Map();
        server.app.Urls.Add(url);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The server takes none of its access tokens any more, whatever it has told of their life.</summary>
    public void ForgetAccess() => access.Clear();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/oauth-protected-resource/mcp", () => new Dictionary<string, object> { ["resource"] = Endpoint, ["authorization_servers"] = new[] { Url } });
        app.MapGet("/.well-known/oauth-authorization-server", () => new Dictionary<string, object>
        {
            ["issuer"] = Url, ["authorization_endpoint"] = Url + "/authorize", ["token_endpoint"] = Url + "/token", ["registration_endpoint"] = Url + "/register",
            ["code_challenge_methods_supported"] = new[] { "S256" }, ["token_endpoint_auth_methods_supported"] = new[] { "none", "client_secret_basic" }
        });
        app.MapPost("/register", () => Results.Json(new { client_id = "chimera-1", token_endpoint_auth_method = "none" }, statusCode: 201));
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
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = $"Bearer resource_metadata=\"{Url}/.well-known/oauth-protected-resource/mcp\"";
        }
    }

    private IResult Authorize(string redirect_uri, string state, string code_challenge)
    {
        if (SaysNo) return Results.Redirect(QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = state }));
        var code = Guid.NewGuid().ToString("N");
        codes[code] = code_challenge;
        return Results.Redirect(QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["code"] = code, ["state"] = state }));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (Outage is { } status) return Results.StatusCode(status);
        if (form["grant_type"] == "authorization_code") return codes.TryRemove(form["code"]!, out var challenge) && challenge == ChallengeOf(form["code_verifier"]!) ? Given(NewToken(refresh)) : Refused();
        if (form["grant_type"] == "client_credentials") return request.Headers.Authorization == Credentials ? Given(null) : Results.Json(new { error = "invalid_client" }, statusCode: 401);
        Refreshes++;
        await Task.Delay(Slow); // long enough for a second one to come in between
        var known = form["refresh_token"].ToString();
        if (!GivesNewRefreshTokens && refresh.ContainsKey(known)) return Given(null);
        if (refresh.TryRemove(known, out _)) return Given(NewToken(refresh));
        refresh.Clear();
        access.Clear();
        return Refused();
    }

    private IResult Given(string? renewal) => Results.Json(renewal is null
        ? new Dictionary<string, object> { ["access_token"] = NewToken(access), ["token_type"] = "Bearer", ["expires_in"] = Seconds }
        : new Dictionary<string, object> { ["access_token"] = NewToken(access), ["token_type"] = "Bearer", ["expires_in"] = Seconds, ["refresh_token"] = renewal });

    private static IResult Refused() => Results.Json(new { error = "invalid_grant" }, statusCode: 400);

    private static string NewToken(ConcurrentDictionary<string, bool> kind)
    {
        var token = $"secret-{Guid.NewGuid():N}";
        kind[token] = true;
        return token;
    }

    private static string ChallengeOf(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}

/// <summary>An image that is always the same.</summary>
[McpServerToolType]
internal sealed class GuardedTools
{
    [McpServerTool(Name = "generate_image", UseStructuredContent = true, ReadOnly = true)]
    public static object GenerateImage(string prompt) => new
    {
        image_url = $"https://guarded.example/{Uri.EscapeDataString(prompt)}.png", metadata = new { width = 1280, height = 720, file_size_bytes = 1000, format = "png" }
    };
}
