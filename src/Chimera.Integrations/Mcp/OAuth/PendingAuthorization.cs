using Chimera.Domain;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>A connection that stands still until an operator has said yes to its server.</summary>
internal sealed class PendingAuthorization : IAsyncDisposable
{
    /// <summary>As long as an operator has.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly TaskCompletionSource<Uri> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<AuthorizationResult?> said = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource late;
    private readonly IClientTransport transport;
    private readonly NewTokens tokens;
    private readonly Task<McpClient> connecting;

    public PendingAuthorization(McpServerSettings server, OAuthClient client, TimeProvider clock)
    {
        (Server, ExpiresAt) = (server, clock.GetUtcNow() + Life);
        late = new(Life, clock);
        var greeting = McpGreeting.For(server);
        (greeting.InitializationTimeout, greeting.DiscoverProbeTimeout) = (Life, Timeout.InfiniteTimeSpan);
        transport = client.Anew(server, Ask, out tokens);
        connecting = McpClient.CreateAsync(transport, greeting, cancellationToken: late.Token);
    }

    public McpServerSettings Server { get; }

    public DateTimeOffset ExpiresAt { get; }

    public bool IsOver => connecting.IsCompleted || late.IsCancellationRequested;

    /// <summary>The address that an operator has to visit.</summary>
    /// <exception cref="RuleViolationException"><c>tool-server.unreachable</c>; <c>authorization.not-asked</c>: the server lets this client in as it is.</exception>
    public async Task<Uri> Address(CancellationToken cancellation)
    {
        if (await Task.WhenAny(asked.Task, connecting).WaitAsync(cancellation) == asked.Task) return await asked.Task;
        if (connecting.IsCompletedSuccessfully) throw new RuleViolationException("authorization.not-asked", $"{Server.Name} lets this client in without.");
        throw new RuleViolationException("tool-server.unreachable", $"{Server.Name} cannot be reached: {connecting.Exception?.GetBaseException().Message ?? "it took too long"}");
    }

    /// <summary>Goes on with what the browser was sent to, until there are tokens; what else becomes of the connection does not matter.</summary>
    /// <exception cref="RuleViolationException"><c>authorization.failed</c>: no tokens came of it.</exception>
    public async Task Complete(AuthorizationResult result)
    {
        said.TrySetResult(result);
        await Task.WhenAny(tokens.Stored, connecting);
        if (!tokens.Stored.IsCompleted)
            throw new RuleViolationException("authorization.failed", $"No tokens came of it: {connecting.Exception?.GetBaseException().Message ?? "the server did not ask for any"}");
    }

    public async ValueTask DisposeAsync()
    {
        await late.CancelAsync();
        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connecting.IsCompletedSuccessfully) await connecting.Result.DisposeAsync();
        await McpTransport.LetGo(transport);
        late.Dispose();
    }

    private Task<AuthorizationResult?> Ask(AuthorizationCallbackContext context, CancellationToken cancellation)
    {
        asked.TrySetResult(context.AuthorizationUri);
        return said.Task.WaitAsync(cancellation);
    }
}
