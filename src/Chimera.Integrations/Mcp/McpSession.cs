using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.Integrations.Mcp;

/// <summary>A connection to a tool server as long as it lasts, with the tools that the server lists.</summary>
internal sealed class McpSession(McpClient client, IClientTransport transport) : IAsyncDisposable
{
    private volatile Dictionary<string, KnownTool>? tools;
    private ImmutableHashSet<string> subscribed = [];
    private volatile bool isEnded;

    public McpClient Client => client;

    public static async Task<McpSession> Connect(IClientTransport transport, McpClientOptions options, ILoggerFactory logs, CancellationToken cancellation)
    {
        try
        {
            return new(await McpClient.CreateAsync(transport, options, logs, cancellation), transport);
        }
        catch
        {
            await McpTransport.LetGo(transport);
            throw;
        }
    }

    public bool IsOver => isEnded || client.Completion.IsCompleted;

    /// <summary>The next one who needs the server connects anew.</summary>
    public void End() => isEnded = true;

    /// <summary>The tool, as the server lists it now; null when it has none of this name.</summary>
    public async Task<KnownTool?> Find(string name, CancellationToken cancellation)
    {
        var known = tools ??= (await client.ListToolsAsync(cancellationToken: cancellation)).ToDictionary(tool => tool.Name, tool => new KnownTool(tool.ProtocolTool));
        return known.GetValueOrDefault(name);
    }

    /// <summary>Subscribes to a resource, once.</summary>
    /// <returns>False when the server does not offer it.</returns>
    public async Task<bool> Subscribe(string uri, CancellationToken cancellation)
    {
        if (client.ServerCapabilities?.Resources?.Subscribe != true || string.CompareOrdinal(client.NegotiatedProtocolVersion, McpServerSettings.LastWithSubscriptions) > 0) return false;
        if (subscribed.Contains(uri)) return true;
        await client.SubscribeToResourceAsync(new SubscribeRequestParams { Uri = uri }, cancellation);
        subscribed = subscribed.Add(uri);
        return true;
    }

    /// <summary>The server has other tools now; they are listed when one is needed.</summary>
    public void Forget() => tools = null;

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await McpTransport.LetGo(transport);
    }
}

/// <summary>A tool with the schemas that its arguments and results are held against.</summary>
internal sealed class KnownTool(Tool tool)
{
    private static readonly EvaluationOptions Listed = new() { OutputFormat = OutputFormat.List };

    private readonly JsonSchema input = Read(tool.InputSchema);
    private readonly JsonSchema? output = tool.OutputSchema is { } schema ? Read(schema) : null;

    /// <summary>By its own word, it changes nothing.</summary>
    public bool IsReadOnly => tool.Annotations?.ReadOnlyHint == true;

    /// <summary>What is wrong with these arguments; null when they fit.</summary>
    public string? Misfit(JsonObject arguments) => Misfit(input, arguments);

    /// <summary>What is wrong with this result; null when it fits, or the tool has not said what it delivers.</summary>
    public string? Misfit(JsonElement result) => output is null ? null : Misfit(output, JsonSerializer.SerializeToNode(result));

    private static string? Misfit(JsonSchema schema, JsonNode? value)
    {
        var found = schema.Evaluate(value, Listed);
        if (found.IsValid) return null;
        var errors = found.Details.Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation} {error}".Trim()));
        return string.Join("; ", errors.Distinct().Take(3)) is { Length: > 0 } text ? text : "It does not fit its schema.";
    }

    private static JsonSchema Read(JsonElement schema) => JsonSchema.FromText(schema.GetRawText());
}
