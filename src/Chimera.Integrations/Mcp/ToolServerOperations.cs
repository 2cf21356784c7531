using System.Collections.Concurrent;
using Chimera.Domain;
using Chimera.Handlers;
using Chimera.Integrations.Mcp.OAuth;

namespace Chimera.Integrations.Mcp;

/// <summary>A tool server as an operator sees it.</summary>
/// <param name="Grant">How tokens are come by, where it asks for OAuth.</param>
/// <param name="Authorized">Whether there are tokens that an operator has said yes to; null where none has to.</param>
public sealed record ToolServer(McpServerSettings Settings, OAuthGrant? Grant, bool? Authorized);

/// <summary>An authorization that waits for an operator.</summary>
/// <param name="Address">What the operator's browser is to visit.</param>
/// <param name="RedirectUri">Where it is sent in the end.</param>
public sealed record OpenAuthorization(Guid Id, string Server, Uri Address, string RedirectUri, DateTimeOffset ExpiresAt);

/// <summary>The tool servers, for those who operate them.</summary>
public sealed class ToolServerOperations : IAsyncDisposable
{
    private readonly McpServers servers;
    private readonly OAuthClient client;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<Guid, PendingAuthorization> pending = new();

    internal ToolServerOperations(McpServers servers, OAuthClient client, TimeProvider clock) => (this.servers, this.client, this.clock) = (servers, client, clock);

    public async Task<IReadOnlyList<ToolServer>> All(CancellationToken cancellation)
    {
        var all = new List<ToolServer>();
        foreach (var server in servers.All.OrderBy(server => server.Name, StringComparer.Ordinal)) all.Add(await Describe(server, cancellation));
        return all;
    }

    /// <exception cref="UnknownIdException">There is none of this name.</exception>
    public Task<ToolServer> Get(string name, CancellationToken cancellation) => Describe(Find(name).Settings, cancellation);

    /// <summary>Asks a server for authorization, up to the address that an operator has to visit.</summary>
    /// <exception cref="RuleViolationException">It needs no operator, cannot be reached, or does not ask.</exception>
    public async Task<OpenAuthorization> Authorize(string name, CancellationToken cancellation)
    {
        var server = Find(name).Settings;
        Rule.Require(NeedsOperator(server), "authorization.no-operator", $"{name} has no operator to ask: auth of MCP_SERVERS names no OAuth grant, or one that needs none.");
        await Clear();
        var (id, begun) = (Guid.CreateVersion7(), new PendingAuthorization(server, client, clock));
        try
        {
            var address = await begun.Address(cancellation);
            pending[id] = begun;
            return new(id, name, address, server.Auth!.OAuth!.RedirectUri, begun.ExpiresAt);
        }
        catch
        {
            await begun.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it with the address that the operator's browser was sent to. From now on the server is tried again at once.</summary>
    /// <exception cref="RuleViolationException"><c>authorization.refused</c>, <c>authorization.failed</c>.</exception>
    public async Task<ToolServer> Complete(string name, Guid id, Uri redirected, CancellationToken cancellation)
    {
        if (!pending.TryGetValue(id, out var begun) || begun.IsOver || begun.Server.Name != name) throw new UnknownIdException("authorization", id);
        if (!Redirected.SaysAnything(redirected)) throw new RuleViolationException(Redirected.Refused, "The address has neither a code nor an error in it: give the one that the browser shows in the end.", "/redirected");
        if (!pending.TryRemove(id, out _)) throw new UnknownIdException("authorization", id);
        await using (begun) await begun.Complete(Redirected.Read(redirected));
        await Find(name).TryAgain(cancellation);
        return await Get(name, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in pending.Values) await one.DisposeAsync();
    }

    /// <summary>Nobody came back to these.</summary>
    private async Task Clear()
    {
        foreach (var (id, one) in pending)
            if (one.IsOver && pending.TryRemove(id, out _)) await one.DisposeAsync();
    }

    private McpConnection Find(string name) => servers.Find(name) ?? throw new UnknownIdException("tool-server", name);

    private async Task<ToolServer> Describe(McpServerSettings server, CancellationToken cancellation) =>
        new(server, server.Auth?.OAuth?.Grant, NeedsOperator(server) ? await client.HasTokens(server, cancellation) : null);

    private static bool NeedsOperator(McpServerSettings server) => server.Auth?.OAuth is { Grant: OAuthGrant.AuthorizationCode };
}
