using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Chimera.Domain;
using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>Lets no two processes use one refresh token: who comes second is answered with what the first one got. Without any yes, nobody is asked for tokens at all.</summary>
internal sealed class RefreshTurns(McpServerSettings server, StoredGrant grant, TimeProvider clock) : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await RefreshTokenIn(request) is { } spent)
            return Answer(request, await grant.Refresh(spent, known => Renew(request, known), cancellationToken));
        var response = await base.SendAsync(request, cancellationToken);
        CallTrace.Note(request, response);
        if (response.StatusCode != HttpStatusCode.Unauthorized || await grant.Read(cancellationToken) is not null) return response;
        response.Dispose();
        throw new NotAuthorizedException($"{server.Name} wants an operator's authorization: chimera tools authorize {server.Name}");
    }

    private static async Task<string?> RefreshTokenIn(HttpRequestMessage request)
    {
        if (request.Content is not FormUrlEncodedContent form) return null;
        var fields = HttpUtility.ParseQueryString(await form.ReadAsStringAsync());
        return fields["grant_type"] == "refresh_token" ? fields["refresh_token"] : null;
    }

    /// <returns>Null when the refresh token is refused.</returns>
    private async Task<TokenContainer?> Renew(HttpRequestMessage request, TokenContainer known)
    {
        using var late = new CancellationTokenSource(Patience); // not the caller's patience: the refresh token may be spent from here on
        try
        {
            using var response = await base.SendAsync(request, late.Token);
            var body = await response.Content.ReadAsStringAsync(late.Token);
            if (response.IsSuccessStatusCode && Read(body) is { AccessToken.Length: > 0 } given) return Renewed(known, given);
            return TokenRefusal.Read(body) is not null ? null : throw new NoTokenNowException($"The authorization server of {server.Name} answers {(int)response.StatusCode}.");
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException or IOException)
        {
            throw new NoTokenNowException($"The authorization server of {server.Name} does not answer.", away);
        }
    }

    private static Given? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Given>(body, ChimeraJson.Stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A server that gives no new refresh token lets the old one go on (RFC 6749, 6).</summary>
    private TokenContainer Renewed(TokenContainer known, Given given) => new()
    {
        AccessToken = given.AccessToken!, TokenType = given.TokenType ?? "Bearer", RefreshToken = given.RefreshToken ?? known.RefreshToken, ExpiresIn = given.ExpiresIn,
        Scope = given.Scope ?? known.Scope, ObtainedAt = clock.GetUtcNow(), ClientId = known.ClientId, ClientSecret = known.ClientSecret,
        TokenEndpointAuthMethod = known.TokenEndpointAuthMethod, AuthorizationServer = known.AuthorizationServer
    };

    private HttpResponseMessage Answer(HttpRequestMessage request, TokenContainer? tokens) => tokens is null
        ? new(HttpStatusCode.BadRequest) { RequestMessage = request }
        : new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = JsonContent.Create(new Given(tokens.AccessToken, tokens.TokenType, tokens.RefreshToken, LeftOf(tokens), tokens.Scope), options: ChimeraJson.Stored)
        };

    private int? LeftOf(TokenContainer tokens) =>
        tokens.ExpiresIn is { } seconds ? Math.Max(0, (int)(tokens.ObtainedAt.AddSeconds(seconds) - clock.GetUtcNow()).TotalSeconds) : null;

    /// <summary>A token endpoint's answer (RFC 6749, 5.1).</summary>
    private sealed record Given(string? AccessToken, string? TokenType, string? RefreshToken, int? ExpiresIn, string? Scope)
    {
        public override string ToString() => "tokens";
    }
}
