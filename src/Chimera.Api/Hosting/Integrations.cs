using Chimera.Api.Hosting.Feeds;
using Chimera.Integrations;
using Chimera.Integrations.Mcp;
using Chimera.Integrations.Models;

namespace Chimera.Api.Hosting;

/// <summary>The outside systems behind the stages' ports; without keys and URLs, the offline ones.</summary>
internal static class Integrations
{
    public static void AddIntegrations(this WebApplicationBuilder builder, HostSettings settings)
    {
        var servers = SettingRules.Keep(() => McpServerSettings.Merge(settings.McpServers, OwnServers.Of(settings, Environment.GetEnvironmentVariable)));
        builder.Services.AddOfflineModels().AddSandboxNetwork();
        SettingRules.Keep(() => builder.Services.AddMcpTools(servers, settings.Secret?.Reveal()));
        SettingRules.Keep(() => builder.Services.AddModels(settings.Models));
        builder.Services.AddSingleton(builder.Configuration.GetSection(FeedOptions.Section).Get<FeedOptions>() ?? new());
        builder.Services.AddSingleton<PollerParts>();
        if (settings.Roles.HasFlag(Roles.Planner)) builder.Services.AddHostedService<MentionPoller>().AddHostedService<TrendPoller>();
    }
}
