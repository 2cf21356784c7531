using Chimera.Domain.Tasks;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Models;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Chimera.Integrations.Models;

/// <summary>Puts models in place of the offline planner, writers and judges, role by role; a role that stays offline is left as it is.</summary>
public static class ModelsSetup
{
    /// <summary>The work of a post is reserved for this many tokens.</summary>
    private const int PostInputTokens = 4_000, PostOutputTokens = 2_000;

    /// <summary>Needs the offline models, an <see cref="IModelCallLog"/> and an <see cref="ITrendSource"/>. Nothing is connected before it is asked.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, ModelSettings settings)
    {
        var prices = PriceTable.Load(settings.PricesFile);
        foreach (var choice in new[] { settings.Planner, settings.Worker, settings.Judge }.Where(choice => !choice.IsOffline)) prices.Of(choice); // known now, or never
        services.TryAddSingleton<OfflineSafetyJudge>();
        services.AddSingleton(provider => new ChatClients(settings, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        if (!settings.Planner.IsOffline) services.AddPlanner(settings, prices);
        if (settings.Worker.IsOffline) services.AddSingleton<ITaskExecutor, OfflineTrendAnalyst>();
        else services.AddWorkers(settings.Worker, prices);
        if (!settings.Judge.IsOffline) services.AddJudges(settings.Judge, prices);
        return services;
    }

    private static void AddPlanner(this IServiceCollection services, ModelSettings settings, PriceTable prices)
    {
        var postUsd = settings.Worker.IsOffline ? 0 : prices.Of(settings.Worker).Of(PostInputTokens, PostOutputTokens);
        services.Replace(ServiceDescriptor.Singleton<IPlanner>(provider => new ModelPlanner(
            Model(provider, settings.Planner, prices), provider.GetRequiredService<SafetyScanner>(), postUsd, provider.GetRequiredService<ILogger<ModelPlanner>>())));
    }

    private static void AddWorkers(this IServiceCollection services, ModelChoice choice, PriceTable prices)
    {
        Type[] replaced = [typeof(OfflineWriter), typeof(OfflineReplier)];
        foreach (var offline in services.Where(service => replaced.Contains(service.ImplementationType)).ToArray()) services.Remove(offline);
        services.AddSingleton<ITaskExecutor>(provider => new ModelWriter(Model(provider, choice, prices), provider.GetRequiredService<SafetyScanner>()));
        services.AddSingleton<ITaskExecutor>(provider => new ModelReplier(Model(provider, choice, prices), provider.GetRequiredService<SafetyScanner>()));
        services.AddSingleton<ITaskExecutor>(provider => new ModelTrendAnalyst(Model(provider, choice, prices), provider.GetRequiredService<ITrendSource>()));
    }

    private static void AddJudges(this IServiceCollection services, ModelChoice choice, PriceTable prices)
    {
        services.Replace(ServiceDescriptor.Singleton<IPersonaJudge>(provider => new ModelPersonaJudge(Model(provider, choice, prices))));
        services.Replace(ServiceDescriptor.Singleton<ISafetyJudge>(provider =>
            new ModelSafetyJudge(Model(provider, choice, prices), provider.GetRequiredService<OfflineSafetyJudge>())));
    }

    private static RoleModel Model(IServiceProvider provider, ModelChoice choice, PriceTable prices)
    {
        var clients = provider.GetRequiredService<ChatClients>();
        return new(choice, new Lazy<IChatClient>(() => clients.Open(choice)), prices, provider.GetRequiredService<IModelCallLog>(), provider.GetRequiredService<TimeProvider>());
    }
}
