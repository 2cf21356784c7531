using System.Web;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>Asks whoever may say yes: shows an address, and gets back what the browser was sent to afterwards.</summary>
internal delegate Task<AuthorizationResult?> AskOperator(AuthorizationCallbackContext asked, CancellationToken cancellation);

/// <summary>Gives a connection to a server what its authorization takes.</summary>
/// <param name="grantOf">Where the tokens for the server at an address are kept; null keeps them with the connection.</param>
/// <param name="ask">Null for a process that has nobody to ask.</param>
internal sealed class OAuthClient(Func<string, StoredGrant?> grantOf, TimeProvider clock, ILoggerFactory logs, AskOperator? ask = null) : IDisposable
{
    private readonly HttpClient web = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>For a connection that asks anew, whatever is stored.</summary>
    public IClientTransport Anew(McpServerSettings server, AskOperator operators, out NewTokens tokens)
    {
        tokens = new(grantOf(server.Url!));
        return Transport(server, new SocketsHttpHandler(), Options(server.Auth!.OAuth!, tokens, operators));
    }

    public IClientTransport To(McpServerSettings server)
    {
        var (oauth, url) = (server.Auth!.OAuth!, new Uri(server.Url!));
        return oauth.Grant switch
        {
            OAuthGrant.ClientCredentials => Transport(server, new MachineTokens(new ClientGrant(url, oauth, web, clock)), null),
            OAuthGrant.JwtBearer => Transport(server, new MachineTokens(new AssertedGrant(url, oauth, web, logs)), null),
            _ => Asking(server, oauth)
        };
    }

    /// <summary>Whether there are tokens of which something may still come.</summary>
    public async Task<bool> HasTokens(McpServerSettings server, CancellationToken cancellation) =>
        grantOf(server.Url!) is { } grant && await grant.Read(cancellation) is { } tokens && (tokens.RefreshToken is not null || tokens.ExpiresIn is not { } seconds || tokens.ObtainedAt.AddSeconds(seconds) > clock.GetUtcNow());

    public void Dispose() => web.Dispose();

    private HttpClientTransport Asking(McpServerSettings server, McpOAuth oauth)
    {
        var grant = grantOf(server.Url!);
        var handler = grant is null ? (HttpMessageHandler)new SocketsHttpHandler() : new RefreshTurns(server, grant, clock);
        return Transport(server, handler, Options(oauth, grant is null ? null : new GrantedTokens(grant), ask ?? Refuse(server, grant)));
    }

    /// <summary>The yes of before is not enough, or was taken back; or there is another, given to a client of another id.</summary>
    private static AskOperator Refuse(McpServerSettings server, StoredGrant? grant) => async (asked, cancellation) =>
    {
        var wanted = HttpUtility.ParseQueryString(asked.AuthorizationUri.Query);
        if (grant is not null && await grant.Read(cancellation) is { ClientId: { } client } && client != wanted["client_id"])
            throw new NoTokenNowException($"{server.Name} was authorized anew, and is connected to again.");
        var scopes = wanted["scope"] is { Length: > 0 } scope ? $" for {scope} (auth.oauth.scopes)" : "";
        throw new NotAuthorizedException($"{server.Name} wants an operator's authorization{scopes}: chimera tools authorize {server.Name}");
    };

    private static ClientOAuthOptions Options(McpOAuth oauth, ITokenCache? cache, AskOperator operators) => new()
    {
        RedirectUri = new(oauth.RedirectUri), ClientId = oauth.ClientId, ClientSecret = oauth.ClientSecret,
        ClientMetadataDocumentUri = oauth.ClientMetadata is { } metadata ? new(metadata) : null,
        DynamicClientRegistration = new() { ClientName = "Chimera" }, TokenCache = cache,
        AuthServerSelector = oauth.Issuer is { } issuer ? offered => offered.FirstOrDefault(one => one.OriginalString == issuer) : null,
        ScopeSelector = oauth.Scopes is { Count: > 0 } own ? wanted => (wanted ?? []).Union(own) : null,
        AuthorizationCallbackHandler = (asked, cancellation) => operators(asked, cancellation)
    };

    private HttpClientTransport Transport(McpServerSettings server, HttpMessageHandler handler, ClientOAuthOptions? oauth) => new(
        new() { Endpoint = new(server.Url!), Name = server.Name, TransportMode = HttpTransportMode.StreamableHttp, OAuth = oauth },
        new HttpClient(handler), logs, ownsHttpClient: true);
}
