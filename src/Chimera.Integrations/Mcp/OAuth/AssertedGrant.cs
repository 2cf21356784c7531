using Microsoft.Extensions.Logging;
using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>A token for what the enterprise's identity provider vouches for (SEP-990: RFC 8693, then RFC 7523).</summary>
internal sealed class AssertedGrant(Uri server, McpOAuth settings, HttpClient http, ILoggerFactory logs) : IMachineGrant
{
    private readonly IdentityAssertionGrantProvider provider = new(new()
    {
        ClientId = settings.ClientId!, ClientSecret = settings.ClientSecret, Scope = settings.Scopes is { Count: > 0 } scopes ? string.Join(' ', scopes) : null,
        IdpTokenEndpoint = settings.IdentityProvider!.TokenEndpoint, IdpClientId = settings.IdentityProvider.ClientId, IdpClientSecret = settings.IdentityProvider.ClientSecret,
        IdTokenCallback = async (_, cancellation) => (await File.ReadAllTextAsync(settings.IdentityProvider!.IdTokenFile, cancellation)).Trim()
    }, http, logs);

    private Uri? issuer;

    public async Task<string> Token(string? rejected, CancellationToken cancellation)
    {
        issuer ??= new(settings.IssuerOf(await ResourceMetadata.Of(server, http, cancellation)));
        try
        {
            var known = (await provider.GetAccessTokenAsync(server, issuer, cancellation)).AccessToken;
            if (known != rejected) return known;
            provider.InvalidateCache();
            return (await provider.GetAccessTokenAsync(server, issuer, cancellation)).AccessToken;
        }
        catch (IdentityAssertionGrantException failure)
        {
            if (failure.ErrorCode is null or "server_error" or "temporarily_unavailable") throw new NoTokenNowException($"There is no token for {server} now: {failure.Message}", failure);
            throw new NotAuthorizedException($"There is no token for {server}: {failure.Message}");
        }
    }
}
