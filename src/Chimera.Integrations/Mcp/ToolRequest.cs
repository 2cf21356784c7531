using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain.Agents;

namespace Chimera.Integrations.Mcp;

/// <summary>A call of a tool that is wanted.</summary>
/// <param name="IdempotencyKey">Under which the server acts once.</param>
internal sealed record ToolRequest(string Server, string Tool, JsonObject Arguments, ToolCaller Caller, string? IdempotencyKey)
{
    /// <summary>What goes with the arguments and no model can write .</summary>
    public JsonObject Meta()
    {
        var meta = new JsonObject { ["io.chimera/agent_id"] = Caller.AgentId.ToString() };
        if (IdempotencyKey is { } key) meta["io.chimera/idempotency_key"] = key;
        if (Caller.Handle is { Length: > 0 } handle) meta["io.chimera/handle"] = handle;
        if (Caller.Palette.Count > 0) meta["io.chimera/palette"] = new JsonArray([.. Caller.Palette.Select(colour => JsonValue.Create(colour))]);
        return meta;
    }
}

/// <summary>On whose behalf a tool is called.</summary>
internal sealed record ToolCaller(Guid AgentId, Guid? TaskId, string? TraceId, string? Handle, IReadOnlyList<string> Palette)
{
    public static ToolCaller Of(Agent agent, string? handle = null, Guid? taskId = null, string? traceId = null, IReadOnlyList<string>? palette = null) =>
        new(agent.Id, taskId, traceId, handle, palette ?? []);
}

/// <summary>What a tool delivered.</summary>
/// <param name="CostUsd">US dollars, as the server says; 0 when it says nothing.</param>
internal sealed record ToolAnswer(JsonElement Output, decimal CostUsd, string? Model);
