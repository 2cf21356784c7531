using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>A host's view of a grant. What is renewed, <see cref="RefreshTurns"/> has stored already, and nothing else is stored by a host.</summary>
internal sealed class GrantedTokens(StoredGrant grant) : ITokenCache
{
    public async ValueTask<TokenContainer?> GetTokensAsync(CancellationToken cancellationToken) => await grant.Read(cancellationToken);

    public ValueTask StoreTokensAsync(TokenContainer tokens, CancellationToken cancellationToken) => default;
}

/// <summary>The tokens of an operator's new yes: those of before are not looked at.</summary>
internal sealed class NewTokens(StoredGrant? grant) : ITokenCache
{
    private readonly TaskCompletionSource stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TokenContainer? tokens;

    /// <summary>Ends once there are some, and they are kept.</summary>
    public Task Stored => stored.Task;

    public ValueTask<TokenContainer?> GetTokensAsync(CancellationToken cancellationToken) => new(tokens);

    public async ValueTask StoreTokensAsync(TokenContainer tokens, CancellationToken cancellationToken)
    {
        if (grant is not null) await grant.Store(tokens);
        this.tokens = tokens;
        stored.TrySetResult();
    }
}
