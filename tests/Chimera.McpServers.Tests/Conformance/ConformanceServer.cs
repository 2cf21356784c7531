extern alias servers;

using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using servers::Chimera.McpServers.Hosting;

namespace Chimera.McpServers.Tests.Conformance;

/// <summary>What the suite's scenarios need to be there, behind the hosting of the platform's own servers.</summary>
public sealed class ConformanceServer : IAsyncLifetime
{
    private const string Schema = """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,
         "$defs":{"address":{"type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"}}}},
         "properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"}}}
        """;

    private readonly WebApplication app = Serving.Web(new Settings(Backend.Sandbox, null, "", "", "", LogLevel.Critical) { Variables = new(_ => null) }, port: 0, subscriptions: null, Offer);

    public string Url => app.Urls.Single() + "/mcp";

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Offer(IMcpServerBuilder server)
    {
        server.WithTools<FixtureTools>().WithTools([WithSchema()]).WithPrompts<FixturePrompts>().WithResources<FixtureResources>()
            .WithCompleteHandler((_, _) => new(new CompleteResult { Completion = new Completion { Values = [], HasMore = false, Total = 0 } }))
            .WithSetLoggingLevelHandler((_, _) => new(new EmptyResult())).WithDistributedCacheEventStreamStore()
            .WithRequestFilters(filters => filters.AddCallToolFilter(next => (request, cancellation) => Hurry(next, request, cancellation)));
        server.Services.AddDistributedMemoryCache();
        // Subscriptions are those of the platform's own servers.
        server.Services.AddOptions<McpServerOptions>().PostConfigure(options =>
        {
            var kind = new ServerKind("conformance", "Conformance", "Has what the suite asks for.", _ => throw new NotSupportedException());
            McpServerResource[] resources = [.. options.ResourceCollection!];
            options.Describe(kind, new([], resources, new(new Silence(), resources, NullLogger.Instance, TimeProvider.System)));
        });
    }

    /// <summary>One tool's answer has to be fetched by a second request.</summary>
    private static async ValueTask<CallToolResult> Hurry(
        McpRequestHandler<CallToolRequestParams, CallToolResult> call, RequestContext<CallToolRequestParams> request, CancellationToken cancellation)
    {
        var result = await call(request, cancellation);
        if (request.Params.Name == "test_reconnection") await request.EnablePollingAsync(TimeSpan.FromMilliseconds(500), cancellation);
        return result;
    }

    private static McpServerTool WithSchema()
    {
        var tool = McpServerTool.Create(() => "It was called.", new() { Name = "json_schema_2020_12_tool", Description = "Tool with JSON Schema 2020-12 features" });
        tool.ProtocolTool.InputSchema = JsonElement.Parse(Schema);
        return tool;
    }

    private sealed class Silence : IResourceChanges
    {
        public async IAsyncEnumerable<string> Watch(Action listening, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            listening();
            await Task.Delay(Timeout.Infinite, cancellation);
            yield break;
        }
    }
}
