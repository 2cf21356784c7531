using Microsoft.Extensions.Logging;
using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>A token for what the enterprise's identity provider vouches for (SEP-990: RFC 8693, then RFC 7523).</summary>
internal sealed class AssertedGrant(Uri server, McpOAuth settings, HttpClient http, ILoggerFactory logs) : IMachineGrant
{
    private readonly IdentityAssertionGrantProvider provider = new(new()
    {
        ClientId = settings.ClientId!, ClientSecret = settings.ClientSecret, Scope = settings.ScopeText,
        IdpTokenEndpoint = settings.IdentityProvider!.TokenEndpoint, IdpClientId = settings.IdentityProvider.ClientId, IdpClientSecret = settings.IdentityProvider.ClientSecret,
        IdTokenCallback = async (_, cancellation) => (await File.ReadAllTextAsync(settings.IdentityProvider.IdTokenFile, cancellation)).Trim()
    }, http, logs);

    private Uri? issuer;

    public async Task<string> Token(CancellationToken cancellation)
    {
        issuer ??= new((await ResourceMetadata.Of(server, http, cancellation)).AuthorizationServers[0]);
        try
        {
            return (await provider.GetAccessTokenAsync(server, issuer, cancellation)).AccessToken;
        }
        catch (IdentityAssertionGrantException refused) when (refused.ErrorCode is not null)
        {
            throw new NotAuthorizedException($"There is no token for {server}: {refused.Message}");
        }
    }

    public void Forget() => provider.InvalidateCache();
}
