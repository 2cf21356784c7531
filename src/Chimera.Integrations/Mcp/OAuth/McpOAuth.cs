using ModelContextProtocol.Authentication;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>How tokens are come by (RFC 6749): by an operator who says yes once, by the client's own credentials, or by a token of the enterprise's identity provider.</summary>
public enum OAuthGrant { AuthorizationCode, ClientCredentials, JwtBearer }

/// <summary>What a server's authorization server is to know of this client; which one it is, the server itself tells (RFC 9728).</summary>
/// <param name="ClientId">As it was registered there; null registers the client by itself (RFC 7591).</param>
/// <param name="ClientSecretEnv">The variable that holds the client's secret.</param>
/// <param name="ClientMetadata">An https address where the client describes itself, for authorization servers that take it as its id.</param>
/// <param name="Scopes">Asked for beside those that the server names.</param>
/// <param name="RedirectUri">Where the operator's browser is sent afterwards.</param>
/// <param name="Issuer">The one authorization server that may be asked; null takes the server's word for it.</param>
/// <param name="PrivateKeyFile">A key in PEM that signs for the client (RFC 7523), in place of a secret.</param>
public sealed record McpOAuth(
    OAuthGrant Grant = OAuthGrant.AuthorizationCode, string? ClientId = null, string? ClientSecretEnv = null, string? ClientMetadata = null,
    IReadOnlyList<string>? Scopes = null, string RedirectUri = McpOAuth.Loopback, string? PrivateKeyFile = null, IdentityProvider? IdentityProvider = null,
    string? Issuer = null)
{
    public const string Loopback = "http://127.0.0.1:8976/callback";

    internal string? ClientSecret => ClientSecretEnv is { } name ? Environment.GetEnvironmentVariable(name) : null;

    /// <summary>The variables whose values are nobody else's business.</summary>
    internal IEnumerable<string> SecretNames => new[] { ClientSecretEnv, IdentityProvider?.ClientSecretEnv }.OfType<string>();

    /// <summary>The authorization server that is asked: the first that the server names, if it is the one that the settings want.</summary>
    /// <exception cref="NotAuthorizedException">It is another; the client's credentials are not shown to it.</exception>
    internal string IssuerOf(ProtectedResourceMetadata resource)
    {
        var named = resource.AuthorizationServers[0];
        return Issuer is null || Issuer == named ? named : throw new NotAuthorizedException($"{resource.Resource} names the authorization server {named}, and not {Issuer}.");
    }

    /// <param name="at">Where it stands, as a JSON pointer.</param>
    internal void Check(string code, string at)
    {
        Require(ClientSecretEnv is null || ClientSecret is { Length: > 0 }, code, $"There is no {ClientSecretEnv} in the environment.", at + "/client_secret_env");
        Require(Uri.TryCreate(RedirectUri, UriKind.Absolute, out _), code, "This is no address.", at + "/redirect_uri");
        Require(ClientMetadata is null || (Uri.TryCreate(ClientMetadata, UriKind.Absolute, out var address) && address is { Scheme: "https", AbsolutePath.Length: > 1 }),
            code, "This is an https address with a path.", at + "/client_metadata");
        Require(PrivateKeyFile is null || Grant == OAuthGrant.ClientCredentials, code, "private_key_file goes with the grant client_credentials.", at + "/private_key_file");
        Require(PrivateKeyFile is null || ClientKey.IsIn(PrivateKeyFile), code, "There is no file with a private key, elliptic or RSA, in PEM.", at + "/private_key_file");
        Require(IdentityProvider is null || Grant == OAuthGrant.JwtBearer, code, "identity_provider goes with the grant jwt_bearer.", at + "/identity_provider");
        if (Grant == OAuthGrant.AuthorizationCode) return;
        Require(ClientId is { Length: > 0 }, code, "Without an operator to ask, the client is registered beforehand: its id is needed.", at + "/client_id");
        if (Grant == OAuthGrant.ClientCredentials)
            Require(ClientSecretEnv is null != PrivateKeyFile is null, code, "client_credentials takes either client_secret_env or private_key_file.", at);
        else Require(IdentityProvider is not null, code, "jwt_bearer needs an identity_provider.", at);
        IdentityProvider?.Check(code, at + "/identity_provider");
    }
}

/// <summary>The enterprise's identity provider, which vouches for this client at the server's authorization server (SEP-990).</summary>
/// <param name="ClientSecretEnv">The variable that holds the secret of the client there.</param>
/// <param name="IdTokenFile">The file with the OpenID Connect token that is exchanged; read anew each time, so that whatever renews it may do so.</param>
public sealed record IdentityProvider(string TokenEndpoint, string ClientId, string IdTokenFile, string? ClientSecretEnv = null)
{
    internal string? ClientSecret => ClientSecretEnv is { } name ? Environment.GetEnvironmentVariable(name) : null;

    internal void Check(string code, string at)
    {
        Require(Uri.TryCreate(TokenEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https", code, "This is no address of the web.", at + "/token_endpoint");
        Require(ClientSecretEnv is null || ClientSecret is { Length: > 0 }, code, $"There is no {ClientSecretEnv} in the environment.", at + "/client_secret_env");
    }
}
