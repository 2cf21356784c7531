using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Chimera.Api.Rest;
using Chimera.Domain.Agents;
using ModelContextProtocol.Server;

namespace Chimera.Api.Mcp;

internal sealed record AgentsWanted(
    AgentStatus? Status = null, [Description(Listings.Limit), Range(1, PageQuery.Largest)] int? Limit = null, [Description(Listings.After)] string? After = null);

internal sealed record AgentWanted(Guid AgentId);

internal static class AgentTools
{
    public static readonly McpServerTool[] All =
    [
        new OperationTool<AgentsWanted, Page<AgentProfile>>(
            new("list_agents", "List agents", "Agents with their personas and accounts, newest first.") { ReadOnly = true },
            call => Agents.List(Listings.Page(call.Input.Limit, call.Input.After), Listings.Word(call.Input.Status), call.Part<Pages>(), call.Cancellation)),
        new OperationTool<AgentWanted, AgentProfile>(
            new("get_agent", "Read an agent", "One agent, as it was written last.") { ReadOnly = true },
            call => Agents.Get(call.Input.AgentId, call.Part<Streams>(), call.Cancellation))
    ];
}
