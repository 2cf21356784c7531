using Duende.IdentityModel;
using Duende.IdentityModel.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>A token for the client's own credentials (RFC 6749, 4.4; SEP-1046): its secret, or what its private key signs (RFC 7523).</summary>
internal sealed class ClientGrant(Uri server, McpOAuth settings, HttpClient http, TimeProvider clock) : IMachineGrant
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30), AssertionLife = TimeSpan.FromMinutes(5), UnknownLife = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private Task<Held>? asking;

    /// <summary>Requests that need a new one at the same time wait for the same.</summary>
    public async Task<string> Token(string? rejected, CancellationToken cancellation)
    {
        Task<Held> held;
        lock (gate)
        {
            if (asking is null || (asking.IsCompleted && !(asking.IsCompletedSuccessfully && Opens(asking.Result, rejected)))) asking = Ask();
            held = asking;
        }
        return (await held.WaitAsync(cancellation)).Token;
    }

    private bool Opens(Held held, string? rejected) => held.Token != rejected && clock.GetUtcNow() < held.Until;

    private async Task<Held> Ask()
    {
        var resource = await ResourceMetadata.Of(server, http, CancellationToken.None);
        var authority = await AuthorityMetadata.Of(settings.IssuerOf(resource), http, CancellationToken.None);
        using var request = await Request(resource, authority);
        var reply = await http.RequestClientCredentialsTokenAsync(request, CancellationToken.None);
        if (reply is { IsError: false, AccessToken: { } token })
            return new(token, clock.GetUtcNow() + (reply.ExpiresIn > 0 ? TimeSpan.FromSeconds(reply.ExpiresIn) - Early : UnknownLife));
        if (TokenRefusal.Read(reply.Raw) is { } refusal) throw new NotAuthorizedException($"There is no token for {server}: {refusal}");
        throw new NoTokenNowException($"{authority.TokenEndpoint} gives no token now.", reply.Exception);
    }

    private async Task<ClientCredentialsTokenRequest> Request(ProtectedResourceMetadata resource, DiscoveryDocumentResponse authority)
    {
        string[] scopes = [.. (resource.ScopesSupported ?? []).Union(settings.Scopes ?? [])];
        var request = new ClientCredentialsTokenRequest
        {
            Address = authority.TokenEndpoint, ClientId = settings.ClientId!, Resource = { resource.Resource! }, Scope = scopes.Length > 0 ? string.Join(' ', scopes) : null,
            ClientCredentialStyle = ClientCredentialStyle.PostBody
        };
        if (settings.ClientSecret is { } secret) Tell(request, secret, authority);
        else request.ClientAssertion = new() { Type = OidcConstants.ClientAssertionTypes.JwtBearer, Value = await Assertion(authority.Issuer!) };
        return request;
    }

    private static void Tell(ClientCredentialsTokenRequest request, string secret, DiscoveryDocumentResponse authority)
    {
        request.ClientSecret = secret;
        string[] taken = [.. authority.TokenEndpointAuthenticationMethodsSupported];
        // every server has to take the header (RFC 6749, 2.3.1); some take only the other
        if (taken.Length == 0 || taken.Contains(OidcConstants.EndpointAuthenticationMethods.BasicAuthentication)) request.ClientCredentialStyle = ClientCredentialStyle.AuthorizationHeader;
    }

    private async Task<string> Assertion(string audience)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.ClientId, Audience = audience, IssuedAt = now, NotBefore = now, Expires = now + AssertionLife,
            Claims = new Dictionary<string, object> { ["sub"] = settings.ClientId!, ["jti"] = Guid.NewGuid().ToString() },
            SigningCredentials = ClientKey.Read(await File.ReadAllTextAsync(settings.PrivateKeyFile!))
        });
    }

    private sealed record Held(string Token, DateTimeOffset Until)
    {
        public override string ToString() => $"a token until {Until:O}";
    }
}
