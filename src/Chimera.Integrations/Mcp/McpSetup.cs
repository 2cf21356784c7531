using Chimera.Domain;
using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Mentions;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Tools;
using Chimera.Handlers.Working;
using Chimera.Integrations.Mcp.OAuth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Chimera.Integrations.Mcp;

/// <summary>Everything that goes out through tool servers. Nothing is started or connected before something needs it.</summary>
public static class McpSetup
{
    /// <summary>The variable with the secret from which the keys follow that seal what is stored.</summary>
    public const string Secret = "CHIMERA_SECRET";

    private const string SecretCode = "setting.secret";
    private const int ShortestSecret = 32;

    /// <summary>Platforms, image and video makers over the tool servers; needs the database, Redis, the recording pool and the offline voices.</summary>
    /// <param name="secret">The platform's, with which tokens are sealed.</param>
    /// <exception cref="RuleViolationException"><c>setting.secret</c>: there is none, and a server's tokens are to be kept.</exception>
    public static IServiceCollection AddMcpTools(this IServiceCollection services, IReadOnlyList<McpServerSettings> servers, string? secret)
    {
        services.AddServers(servers, secret);
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

    private static void AddServers(this IServiceCollection services, IReadOnlyList<McpServerSettings> servers, string? secret)
    {
        var keeping = servers.FirstOrDefault(server => server.Auth?.OAuth?.Grant == OAuthGrant.AuthorizationCode);
        Rule.Require(secret is null || secret.Length >= ShortestSecret, SecretCode, $"{Secret} has {ShortestSecret} characters or more.");
        Rule.Require(keeping is null || secret is not null, SecretCode, $"The tokens of {keeping?.Name} are sealed with a key that follows from {Secret}: set it, and never change it.");
        string[] withheld = [Secret, .. servers.SelectMany(server => server.Auth?.SecretNames ?? []).Distinct()];
        McpServerSettings[] careful = [.. servers.Select(server => server with { Withheld = withheld })];
        services.AddSingleton(provider => new OAuthClient(
            server => secret is null ? null : new StoredGrant(provider.GetRequiredService<NpgsqlDataSource>(), secret, server),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new ToolServerOperations(provider.GetRequiredService<McpServers>(), provider.GetRequiredService<OAuthClient>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new McpServers(
            careful, provider.GetRequiredService<OAuthClient>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
    }
}
