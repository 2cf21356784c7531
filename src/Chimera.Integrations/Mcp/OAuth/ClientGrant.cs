using System.Net;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>A token for the client's own credentials (RFC 6749, 4.4; SEP-1046): its secret, or what its private key signs (RFC 7523).</summary>
internal sealed class ClientGrant(Uri server, McpOAuth settings, HttpClient http, TimeProvider clock) : IMachineGrant
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30), AssertionLife = TimeSpan.FromMinutes(5), UnknownLife = TimeSpan.FromMinutes(5);

    private volatile Held? held;

    public async Task<string> Token(CancellationToken cancellation) =>
        held is { } known && clock.GetUtcNow() < known.Until ? known.Token : (held = await Ask(cancellation)).Token;

    public void Forget() => held = null;

    private async Task<Held> Ask(CancellationToken cancellation)
    {
        var resource = await ResourceMetadata.Of(server, http, cancellation);
        var authority = await AuthorityMetadata.Of(resource.AuthorizationServers[0], http, cancellation);
        using var request = new ClientCredentialsTokenRequest
        {
            Address = authority.TokenEndpoint, ClientId = settings.ClientId!, Resource = { resource.Resource! }, ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = settings.ScopeText ?? (resource.ScopesSupported is { Count: > 0 } scopes ? string.Join(' ', scopes) : null)
        };
        if (settings.ClientSecret is { } secret) Tell(request, secret, authority);
        else request.ClientAssertion = new() { Type = OidcConstants.ClientAssertionTypes.JwtBearer, Value = await Assertion(authority.Issuer!, cancellation) };
        var reply = await http.RequestClientCredentialsTokenAsync(request, cancellation);
        if (reply is { IsError: true, HttpStatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests })
            throw new NotAuthorizedException($"There is no token for {server}: {Short(reply.Raw ?? reply.Error)}");
        if (reply.IsError || reply.AccessToken is null) throw new HttpRequestException($"{authority.TokenEndpoint} gives no token now: {reply.Error}", reply.Exception);
        return new(reply.AccessToken, clock.GetUtcNow() + (reply.ExpiresIn > 0 ? TimeSpan.FromSeconds(reply.ExpiresIn) - Early : UnknownLife));
    }

    private static string Short(string? text) => text is { Length: > 300 } ? text[..300] : text ?? "";

    private static void Tell(ClientCredentialsTokenRequest request, string secret, DiscoveryDocumentResponse authority)
    {
        request.ClientSecret = secret;
        string[] taken = [.. authority.TokenEndpointAuthenticationMethodsSupported];
        // every server has to take the header (RFC 6749, 2.3.1); some take only the other
        if (taken.Length == 0 || taken.Contains(OidcConstants.EndpointAuthenticationMethods.BasicAuthentication)) request.ClientCredentialStyle = ClientCredentialStyle.AuthorizationHeader;
    }

    private async Task<string> Assertion(string audience, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.ClientId, Audience = audience, IssuedAt = now, NotBefore = now, Expires = now + AssertionLife,
            Claims = new Dictionary<string, object> { ["sub"] = settings.ClientId!, ["jti"] = Guid.NewGuid().ToString() },
            SigningCredentials = ClientKey.Read(await File.ReadAllTextAsync(settings.PrivateKeyFile!, cancellation))
        });
    }

    private sealed record Held(string Token, DateTimeOffset Until);
}
