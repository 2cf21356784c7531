using System.ComponentModel;
using Chimera.Domain;
using Chimera.Integrations.Mcp;

namespace Chimera.Api.Rest;

/// <summary>A server whose tools the platform calls.</summary>
public sealed record ToolServerDetails(
    string Name, [property: Description("`stdio`: a process of the host's; `http`: a server elsewhere.")] string Transport, string? Url,
    [property: Description("How it is convinced: `bearer`, or the OAuth grant.")] string? Auth,
    [property: Description("Whether there are tokens that an operator has said yes to; absent where none has to.")] bool? Authorized)
{
    internal static ToolServerDetails Of(ToolServer server) => new(
        server.Settings.Name, server.Settings.Url is null ? "stdio" : "http", server.Settings.Url,
        server.Grant is { } grant ? ChimeraJson.NameOf(grant) : server.Settings.Auth is null ? null : "bearer", server.Authorized);
}

/// <summary>A server's authorization that waits for an operator.</summary>
public sealed record AuthorizationDetails(
    Guid AuthorizationId, string Server, [property: Description("What the operator's browser is to visit.")] string Url,
    [property: Description("Where it is sent in the end.")] string RedirectUri, [property: Description("Later it has to be begun anew.")] DateTimeOffset ExpiresAt);

/// <summary>What ends an authorization.</summary>
public sealed record CompleteAuthorization([property: Description("The whole address that the browser was sent to.")] string Redirected);

/// <summary>The servers of the tools, and an operator's yes to those that want one (docs/tools.md).</summary>
internal static class ToolServers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var servers = api.MapGroup("/tool-servers").WithTags("Tool servers");
        servers.MapGet("", List).Answers<Page<ToolServerDetails>>(200, "listToolServers", "List the tool servers", "By name, all on one page.", 500);
        servers.MapGet("/{name}", Get).Answers<ToolServerDetails>(200, "getToolServer", "Read a tool server", "As it is configured; it is not asked.", 404, 500);
        servers.MapPost("/{name}/authorizations", Begin).Answers<AuthorizationDetails>(201, "authorizeToolServer", "Authorize a tool server",
            "Asks a server's authorization server, up to the address that an operator has to visit. The host that began it waits for its end, ten minutes.", 400, 404, 409, 413, 415, 422, 500);
        servers.MapPost("/{name}/authorizations/{id}/complete", Complete).Answers<ToolServerDetails>(200, "completeToolServerAuthorization", "Complete an authorization",
            "Fetches the tokens for what the browser was sent back with, and keeps them, sealed, for all hosts.", 400, 404, 409, 413, 415, 422, 500);
    }

    private static async Task<Reply> List(ToolServerOperations servers, CancellationToken cancellation) =>
        Reply.Ok(new Page<ToolServerDetails>([.. (await servers.All(cancellation)).Select(ToolServerDetails.Of)], null));

    private static async Task<Reply> Get(string name, ToolServerOperations servers, CancellationToken cancellation) => Reply.Ok(ToolServerDetails.Of(await servers.Get(name, cancellation)));

    private static async Task<Reply> Begin(string name, OptionalBody<Nothing> body, ToolServerOperations servers, CancellationToken cancellation)
    {
        var begun = await servers.Authorize(name, cancellation);
        return Reply.Created($"tool-servers/{Uri.EscapeDataString(name)}", new AuthorizationDetails(begun.Id, begun.Server, begun.Address.AbsoluteUri, begun.RedirectUri, begun.ExpiresAt));
    }

    private static async Task<Reply> Complete(string name, Guid id, Body<CompleteAuthorization> body, ToolServerOperations servers, CancellationToken cancellation)
    {
        Rule.Require(Uri.TryCreate(body.Value.Redirected, UriKind.Absolute, out var redirected), "request.field", "This is no address.", "/redirected");
        return Reply.Ok(ToolServerDetails.Of(await servers.Complete(name, id, redirected, cancellation)));
    }
}
