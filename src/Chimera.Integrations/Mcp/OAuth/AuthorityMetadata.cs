using Duende.IdentityModel.Client;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>What an authorization server says of itself (RFC 8414, or OpenID Connect Discovery).</summary>
internal static class AuthorityMetadata
{
    /// <param name="issuer">As the protected resource names it; the metadata has to be of exactly this one.</param>
    /// <exception cref="NotAuthorizedException">It has none, or none that can be trusted.</exception>
    /// <exception cref="NoTokenNowException">It does not answer.</exception>
    public static async Task<DiscoveryDocumentResponse> Of(string issuer, HttpClient http, CancellationToken cancellation)
    {
        var address = new Uri(issuer);
        var (origin, path) = (address.GetLeftPart(UriPartial.Authority), address.AbsolutePath.Trim('/'));
        string[] documents = path.Length == 0 ? [".well-known/oauth-authorization-server", ".well-known/openid-configuration"]
            : [$".well-known/oauth-authorization-server/{path}", $".well-known/openid-configuration/{path}", $"{path}/.well-known/openid-configuration"];
        DiscoveryDocumentResponse? last = null;
        foreach (var document in documents)
        {
            // endpoints may be elsewhere; the issuer may not
            using var request = new DiscoveryDocumentRequest
            {
                Address = origin, Policy = { DiscoveryDocumentPath = document, RequireKeySet = false, ValidateEndpoints = false, ValidateIssuerName = false }
            };
            last = await http.GetDiscoveryDocumentAsync(request, cancellation);
            if (last.ErrorType == ResponseErrorType.Exception || NoTokenNowException.Is(last.HttpStatusCode)) throw new NoTokenNowException($"{issuer} does not answer: {last.Error}", last.Exception);
            if (!last.IsError && last.Issuer == issuer && last.TokenEndpoint is not null) return last;
        }
        throw new NotAuthorizedException($"{issuer} does not describe itself as an authorization server (RFC 8414): {last?.Error ?? "its issuer is another, or it has no token endpoint"}");
    }
}
