using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;
using Chimera.Integrations.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Chimera.Integrations;

/// <summary>Everything that lets the platform run without a key and without a network.</summary>
public static class OfflineSetup
{
    /// <summary>Planner, writers and judges.</summary>
    public static IServiceCollection AddOfflineModels(this IServiceCollection services)
    {
        services.TryAddSingleton<Voices>();
        services.TryAddSingleton<SafetyScanner>();
        services.AddSingleton<IPlanner, OfflinePlanner>();
        services.AddSingleton<ITaskExecutor, OfflineWriter>();
        services.AddSingleton<ITaskExecutor, OfflineReplier>();
        services.AddSingleton<IPersonaJudge, OfflinePersonaJudge>();
        services.AddSingleton<ISafetyJudge, OfflineSafetyJudge>();
        return services;
    }

    /// <summary>The sandbox network, as its pages show it; needs an <c>NpgsqlDataSource</c>.</summary>
    public static IServiceCollection AddSandboxNetwork(this IServiceCollection services) => services.AddSingleton<SandboxNetwork>();
}
