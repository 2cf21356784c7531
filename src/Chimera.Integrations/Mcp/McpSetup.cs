using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Mentions;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Tools;
using Chimera.Handlers.Working;
using Chimera.Integrations.Mcp.OAuth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chimera.Integrations.Mcp;

/// <summary>Everything that goes out through tool servers. Nothing is started or connected before something needs it.</summary>
public static class McpSetup
{
    /// <summary>Platforms, image and video makers over the tool servers; needs Redis, the recording pool and the offline voices.</summary>
    public static IServiceCollection AddMcpTools(this IServiceCollection services, IReadOnlyList<McpServerSettings> servers)
    {
        services.AddSingleton(provider => new OAuthClient(_ => null, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new McpServers(
            servers, provider.GetRequiredService<OAuthClient>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(ToolPolicy.Default);
        services.AddSingleton(provider => new Toolbox(
            provider.GetRequiredService<McpServers>(), provider.GetRequiredService<ToolPolicy>(), provider.GetRequiredService<IRateLimits>(),
            provider.GetRequiredService<StagePool<ToolCallRecord, ToolCallRecord, ToolCallRecord>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFeedChanges, McpFeeds>();
        services.AddSingleton<IMentionSource, McpMentions>();
        services.AddSingleton<ITrendSource, McpTrends>();
        services.AddSingleton<ITaskExecutor, McpImageMaker>();
        services.AddSingleton<ITaskExecutor, McpVideoMaker>();
        foreach (var platform in PlatformTools.All)
            services.AddSingleton<ISocialPlatform>(provider => new McpPlatform(provider.GetRequiredService<Toolbox>(), platform));
        return services;
    }
}
