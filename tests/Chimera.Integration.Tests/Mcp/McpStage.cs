using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Integration.Tests.Rest;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>A host, and clients of its MCP endpoint: one of today's protocol and one of the protocol that has sessions.</summary>
public sealed class McpStage(ChimeraFixture chimera) : ToolStage(chimera)
{
    public const string WithSessions = "2025-11-25";

    private readonly Dictionary<string, McpClient> known = [];
    private readonly List<McpClient> clients = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Uri Endpoint => new(Url + "/mcp");

    /// <summary>A client that others use too.</summary>
    /// <param name="protocol">Null for the newest.</param>
    public async Task<McpClient> Client(string? protocol = null) =>
        known.TryGetValue(protocol ?? "", out var client) ? client : known[protocol ?? ""] = await Connect(protocol);

    public async Task<McpClient> Connect(string? protocol = null)
    {
        var transport = new HttpClientTransport(new()
        {
            Endpoint = Endpoint, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["X-Chimera-User"] = "ada" }
        });
        clients.Add(await McpClient.CreateAsync(transport, new() { ProtocolVersion = protocol }, cancellationToken: Stop));
        return clients[^1];
    }

    /// <param name="arguments">A text goes out as it is, anything else as JSON.</param>
    internal async Task<CallToolResult> Tool(string name, object arguments, string? key = null, string? protocol = null) => await (await Client(protocol)).CallToolAsync(
        new CallToolRequestParams
        {
            Name = name, Arguments = (arguments is string json ? JsonElement.Parse(json) : JsonSerializer.SerializeToElement(arguments)).EnumerateObject().ToDictionary(one => one.Name, one => one.Value),
            Meta = key is null ? null : new JsonObject { ["io.chimera/idempotency_key"] = key }
        }, Stop);

    /// <summary>The answer of a call that went well, which is told twice.</summary>
    internal async Task<JsonElement> Ask(string name, object arguments, string? key = null, string? protocol = null)
    {
        var result = await Tool(name, arguments, key, protocol);
        Assert.True(result.IsError is null or false, TextOf(result));
        Assert.True(JsonElement.DeepEquals(result.StructuredContent!.Value, JsonElement.Parse(TextOf(result))), TextOf(result));
        return result.StructuredContent.Value;
    }

    /// <summary>The error of a call that was refused, which stands in two places and nowhere else.</summary>
    internal async Task<(string Code, string? Pointer)> Refusal(string name, object arguments, string? key = null)
    {
        var result = await Tool(name, arguments, key);
        Assert.True(result.IsError, TextOf(result));
        Assert.Null(result.StructuredContent);
        var error = JsonElement.Parse(TextOf(result)).GetProperty("error");
        Assert.True(JsonElement.DeepEquals(error, JsonSerializer.SerializeToElement(result.Meta!["io.chimera/error"])), TextOf(result));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(32, error.GetProperty("traceId").GetString()!.Length);
        return (error.GetProperty("code").GetString()!, error.TryGetProperty("pointer", out var pointer) ? pointer.GetString() : null);
    }

    internal async Task<JsonElement> Resource(string uri)
    {
        var read = await (await Client()).ReadResourceAsync(uri, cancellationToken: Stop);
        return JsonElement.Parse(((TextResourceContents)read.Contents.Single()).Text);
    }

    /// <summary>Something that a human has to decide: a written post that the writer doubts.</summary>
    internal async Task<Guid> Doubt()
    {
        var task = await Add("generate_post", new { topic = "doubt", platform = "twitter" });
        return (await Until(task, "escalated")).Id("hitl_id");
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var client in clients) await client.DisposeAsync();
        await base.DisposeAsync();
    }

    private static string TextOf(CallToolResult result) => ((TextContentBlock)result.Content.Single()).Text;
}
