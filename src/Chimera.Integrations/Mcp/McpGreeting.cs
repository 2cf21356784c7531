using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.Integrations.Mcp;

/// <summary>What the platform says of itself to a server, and answers where the server asks back.</summary>
internal static class McpGreeting
{
    public static McpClientOptions For(McpServerSettings server) => new()
    {
        ClientInfo = new Implementation { Name = "chimera", Version = "1.0.0" }, ProtocolVersion = server.Protocol,
        Handlers = { ElicitationHandler = (asked, _) => new(Answer(asked)) }
    };

    /// <summary>There is no user to ask: what the server would take by itself is taken (SEP-1034), and a question without such an answer is declined.</summary>
    internal static ElicitResult Answer(ElicitRequestParams? asked)
    {
        var fields = asked?.RequestedSchema?.Properties ?? new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition>();
        var needed = asked?.RequestedSchema?.Required ?? [];
        var content = fields.Select(field => (field.Key, Default: DefaultOf(field.Value))).Where(field => field.Default is not null).ToDictionary(field => field.Key, field => field.Default!.Value);
        return content.Count > 0 && needed.All(content.ContainsKey) ? new() { Action = "accept", Content = content } : new() { Action = "decline" };
    }

    private static JsonElement? DefaultOf(ElicitRequestParams.PrimitiveSchemaDefinition field) =>
        JsonSerializer.SerializeToElement(field, ModelContextProtocol.McpJsonUtilities.DefaultOptions).TryGetProperty("default", out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
