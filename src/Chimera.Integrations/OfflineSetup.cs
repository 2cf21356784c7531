using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Integrations.Media;
using Chimera.Integrations.Models.Offline;
using Chimera.Integrations.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Chimera.Integrations;

/// <summary>Everything that lets the platform run without a key and without a network.</summary>
public static class OfflineSetup
{
    /// <summary>Planner, writers, image maker and judges. The image maker needs a media store.</summary>
    public static IServiceCollection AddOfflineModels(this IServiceCollection services)
    {
        services.TryAddSingleton<Voices>();
        services.TryAddSingleton<SafetyScanner>();
        services.AddSingleton<IPlanner, OfflinePlanner>();
        services.AddSingleton<ITaskExecutor, OfflineWriter>();
        services.AddSingleton<ITaskExecutor, OfflineReplier>();
        services.AddSingleton<ITaskExecutor, OfflineImageMaker>();
        services.AddSingleton<IPersonaJudge, OfflinePersonaJudge>();
        services.AddSingleton<ISafetyJudge, OfflineSafetyJudge>();
        return services;
    }

    /// <summary>Media as local files; the host binds <see cref="MediaOptions"/>.</summary>
    public static IServiceCollection AddLocalMedia(this IServiceCollection services)
    {
        services.AddOptions<MediaOptions>().Validate(options => options is { Folder.Length: > 0, PublicUrl.Length: > 0 }, "Media needs Folder and PublicUrl.");
        services.AddSingleton<IMediaStore, LocalMediaStore>();
        return services;
    }

    /// <summary>The sandbox network as the platform of all posts; needs an <c>NpgsqlDataSource</c>; the host binds <see cref="SandboxOptions"/>.</summary>
    public static IServiceCollection AddSandboxNetwork(this IServiceCollection services)
    {
        services.AddOptions<SandboxOptions>().Validate(options => options.PublicUrl.Length > 0, "Sandbox needs PublicUrl.");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SandboxNetwork>();
        services.AddSingleton<ISocialPlatform>(provider => provider.GetRequiredService<SandboxNetwork>());
        return services;
    }
}
