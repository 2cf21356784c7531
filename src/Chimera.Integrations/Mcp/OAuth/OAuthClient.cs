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
    private readonly HttpClient web = new();

    /// <summary>For a connection that asks anew, whatever is stored.</summary>
    public IClientTransport Anew(McpServerSettings server, AskOperator operators)
    {
        var cache = grantOf(server.Url!) is { } grant ? new NewTokens(grant) : null;
        return Transport(server, new SocketsHttpHandler(), Options(server, server.Auth!.OAuth!, cache, operators));
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

    public async Task<bool> HasTokens(McpServerSettings server, CancellationToken cancellation) => grantOf(server.Url!) is { } grant && await grant.GetTokensAsync(cancellation) is not null;

    public void Dispose() => web.Dispose();

    private HttpClientTransport Asking(McpServerSettings server, McpOAuth oauth)
    {
        var grant = grantOf(server.Url!);
        return Transport(server, grant is null ? new SocketsHttpHandler() : new RefreshTurns(grant, clock), Options(server, oauth, grant, ask ?? Refuse));

        Task<AuthorizationResult?> Refuse(AuthorizationCallbackContext asked, CancellationToken cancellation) =>
            throw new NotAuthorizedException($"{server.Name} wants an operator's authorization: chimera tools authorize {server.Name}");
    }

    private static ClientOAuthOptions Options(McpServerSettings server, McpOAuth oauth, ITokenCache? cache, AskOperator operators) => new()
    {
        RedirectUri = new(oauth.RedirectUri), ClientId = oauth.ClientId, ClientSecret = oauth.ClientSecret,
        ClientMetadataDocumentUri = oauth.ClientMetadata is { } metadata ? new(metadata) : null,
        DynamicClientRegistration = new() { ClientName = "Chimera" }, TokenCache = cache,
        ScopeSelector = oauth.Scopes is { Count: > 0 } own ? wanted => (wanted ?? []).Union(own) : null,
        AuthorizationCallbackHandler = (asked, cancellation) => operators(asked, cancellation)
    };

    private HttpClientTransport Transport(McpServerSettings server, HttpMessageHandler handler, ClientOAuthOptions? oauth) => new(
        new() { Endpoint = new(server.Url!), Name = server.Name, TransportMode = HttpTransportMode.StreamableHttp, OAuth = oauth },
        new HttpClient(handler), logs, ownsHttpClient: true);

    /// <summary>Knows only tokens that it was given itself, and passes them on.</summary>
    private sealed class NewTokens(StoredGrant grant) : ITokenCache
    {
        private volatile TokenContainer? tokens;

        public ValueTask<TokenContainer?> GetTokensAsync(CancellationToken cancellationToken) => new(tokens);

        public ValueTask StoreTokensAsync(TokenContainer given, CancellationToken cancellationToken)
        {
            tokens = given;
            return grant.StoreTokensAsync(given, cancellationToken);
        }
    }
}
