using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Chimera.Integration.Tests.Mcp.OAuth;

public sealed partial class GuardedServer
{
    /// <summary>Of the client that needs nobody's yes, <c>machine</c>.</summary>
    public const string ClientSecret = "a secret of a machine";

    private static readonly string Credentials = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("machine:" + Uri.EscapeDataString(ClientSecret).Replace("%20", "+", StringComparison.Ordinal)));
    private readonly ConcurrentDictionary<string, (string Challenge, string Client)> codes = [];
    private readonly ConcurrentDictionary<string, string> access = [], refresh = []; // and the client that each was given to

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
