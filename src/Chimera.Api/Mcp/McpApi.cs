using Chimera.McpServers.Hosting;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.Api.Mcp;

/// <summary>The platform as an MCP server (docs/mcp-host.md): operations of the REST API as tools, and what an operator watches as resources.</summary>
internal static class McpApi
{
    public const string Route = "/mcp";

    private const string Instructions =
        "Chimera runs campaigns of social-media agents. Create a campaign for agents that exist and launch it; what a judge doubts waits in chimera://hitl until a human decides. " +
        "Every change is an event: get_history tells why a thing is as it is.";

    private static readonly McpServerTool[] Tools = [.. AgentTools.All, .. CampaignTools.All, .. TaskTools.All, .. HitlTools.All, .. HistoryTools.All];

    public static void AddMcpApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RowChanges>().AddSingleton(provider => new Subscriptions(
            provider.GetRequiredService<RowChanges>(), Resources.All, provider.GetRequiredService<ILogger<Subscriptions>>(), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddOptions<McpServerOptions>().Configure<Subscriptions>(Describe);
        builder.Services.AddOptions<HttpServerTransportOptions>().Configure<Subscriptions>(Sessions.AllowSessions);
        builder.Services.AddMcpServer().WithHttpTransport();
    }

    public static void MapMcpApi(this WebApplication app) => app.MapMcp(Route).ExcludeFromDescription();

    private static void Describe(McpServerOptions options, Subscriptions subscriptions)
    {
        options.ServerInfo = new Implementation { Name = "chimera", Title = "Chimera", Version = "1.0.0" };
        options.ServerInstructions = Instructions;
        options.ToolCollection = [.. Tools];
        options.ResourceCollection = [.. Resources.All];
        subscriptions.OfferIn(options);
    }
}
