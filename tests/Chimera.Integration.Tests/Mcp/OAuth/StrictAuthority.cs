using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>An authorization server that is a strict one: a refresh token serves once, and who uses it twice has lost them all (RFC 9700, 4.14.2).</summary>
public sealed class StrictAuthority(string url)
{
    /// <summary>Of the client that needs nobody's yes, <c>machine</c>.</summary>
    public const string ClientSecret = "a secret of a machine";

    private static readonly string Credentials = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("machine:" + Uri.EscapeDataString(ClientSecret).Replace("%20", "+", StringComparison.Ordinal)));
    private readonly ConcurrentDictionary<string, (string Challenge, string Client)> codes = [];
    private readonly ConcurrentDictionary<string, string> access = [], refresh = []; // and the client that each was given to

    /// <summary>What the owner of the account says when asked.</summary>
    public bool SaysNo { get; set; }

    /// <summary>Answers the token endpoint gives in place of tokens.</summary>
    public int? Outage { get; set; }

    /// <summary>Of the access tokens, as they are told.</summary>
    public int Seconds { get; set; } = 3600;

    public bool GivesNewRefreshTokens { get; set; } = true;

    /// <summary>What a refresh waits for before it is answered.</summary>
    public Func<Task>? Hold { get; set; }

    public int Refreshes { get; private set; }

    public int Registrations { get; private set; }

    public bool Knows(string accessToken) => access.ContainsKey(accessToken);

    /// <summary>None of its access tokens opens any more, whatever it has told of their life.</summary>
    public void ForgetAccess() => access.Clear();

    /// <summary>The owner of the account takes the yes back.</summary>
    public void ForgetAll()
    {
        access.Clear();
        refresh.Clear();
    }

    /// <summary>As it is by default, whatever a test has made of it.</summary>
    public void Calm() => (SaysNo, Outage, Seconds, GivesNewRefreshTokens, Hold) = (false, null, 3600, true, null);

    internal void Map(WebApplication app)
    {
        app.MapGet("/.well-known/oauth-authorization-server", () => new Dictionary<string, object>
        {
            ["issuer"] = url, ["authorization_endpoint"] = url + "/authorize", ["token_endpoint"] = url + "/token", ["registration_endpoint"] = url + "/register",
            ["code_challenge_methods_supported"] = new[] { "S256" }, ["token_endpoint_auth_methods_supported"] = new[] { "none", "client_secret_basic" }
        });
        app.MapPost("/register", () => Results.Json(new { client_id = $"chimera-{++Registrations}", token_endpoint_auth_method = "none" }, statusCode: 201));
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", Token);
    }

    private IResult Authorize(string client_id, string redirect_uri, string state, string code_challenge)
    {
        if (SaysNo) return Results.Redirect(QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = state }));
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (code_challenge, client_id);
        return Results.Redirect(QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["code"] = code, ["state"] = state }));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (Outage is { } status) return Results.StatusCode(status);
        var client = form["client_id"].ToString();
        if (form["grant_type"] == "client_credentials")
            return request.Headers.Authorization == Credentials ? Given(client, null) : Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (form["grant_type"] == "authorization_code")
            return codes.TryRemove(form["code"]!, out var asked) && asked == (ChallengeOf(form["code_verifier"]!), client) ? Given(client, NewToken(refresh, client)) : Refused();
        return await Refresh(form["refresh_token"].ToString(), client);
    }

    private async Task<IResult> Refresh(string known, string client)
    {
        Refreshes++;
        if (Hold is not null) await Hold();
        if (refresh.GetValueOrDefault(known) == client)
        {
            if (!GivesNewRefreshTokens) return Given(client, null);
            if (refresh.TryRemove(known, out _)) return Given(client, NewToken(refresh, client));
        }
        ForgetAll();
        return Refused();
    }

    private IResult Given(string client, string? renewal) => Results.Json(renewal is null
        ? new Dictionary<string, object> { ["access_token"] = NewToken(access, client), ["token_type"] = "Bearer", ["expires_in"] = Seconds }
        : new Dictionary<string, object> { ["access_token"] = NewToken(access, client), ["token_type"] = "Bearer", ["expires_in"] = Seconds, ["refresh_token"] = renewal });

    private static IResult Refused() => Results.Json(new { error = "invalid_grant" }, statusCode: 400);

    private static string NewToken(ConcurrentDictionary<string, string> kind, string client)
    {
        var token = $"secret-{Guid.NewGuid():N}";
        kind[token] = client;
        return token;
    }

    private static string ChallengeOf(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
