using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Chimera.Domain;
using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>Lets no two processes use one refresh token: who comes second is answered with what the first one got.</summary>
internal sealed class RefreshTurns(StoredGrant grant, TimeProvider clock) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await RefreshTokenIn(request) is not { } spent) return await base.SendAsync(request, cancellationToken);
        HttpResponseMessage? refused = null;
        var tokens = await grant.Refresh(spent, async known =>
        {
            var response = await base.SendAsync(request, CancellationToken.None); // the refresh token may be spent from here on
            if (response.IsSuccessStatusCode && await Read(response) is { AccessToken.Length: > 0 } given) return Renewed(known, given);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
                throw new HttpRequestException("The authorization server gives no token now.", null, HttpStatusCode.ServiceUnavailable); // it has refused nothing: no operator is needed
            refused = response;
            return null;
        }, cancellationToken);
        return tokens is not null ? Answer(request, tokens) : refused ?? new(HttpStatusCode.BadRequest) { RequestMessage = request };
    }

    private static async Task<string?> RefreshTokenIn(HttpRequestMessage request)
    {
        if (request.Content is not FormUrlEncodedContent form) return null;
        var fields = HttpUtility.ParseQueryString(await form.ReadAsStringAsync());
        return fields["grant_type"] == "refresh_token" ? fields["refresh_token"] : null;
    }

    private static async Task<Given?> Read(HttpResponseMessage response)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<Given>(ChimeraJson.Stored);
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

    private HttpResponseMessage Answer(HttpRequestMessage request, TokenContainer tokens) => new(HttpStatusCode.OK)
    {
        RequestMessage = request,
        Content = JsonContent.Create(new Given(tokens.AccessToken, tokens.TokenType, tokens.RefreshToken, LeftOf(tokens), tokens.Scope), options: ChimeraJson.Stored)
    };

    private int? LeftOf(TokenContainer tokens) =>
        tokens.ExpiresIn is { } seconds ? Math.Max(0, (int)(tokens.ObtainedAt.AddSeconds(seconds) - clock.GetUtcNow()).TotalSeconds) : null;

    /// <summary>A token endpoint's answer (RFC 6749, 5.1).</summary>
    private sealed record Given(string? AccessToken, string? TokenType, string? RefreshToken, int? ExpiresIn, string? Scope);
}
