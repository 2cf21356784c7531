using Chimera.Handlers.Dispatching;
using Chimera.Handlers.Working;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Everything that lives in Redis. Nothing connects, and Garnet is not started, before something needs it.</summary>
public static class QueuesSetup
{
    /// <summary>The connections, episodic memory and rate limits.</summary>
    public static IServiceCollection AddRedis(this IServiceCollection services, RedisOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<RedisConnections>();
        services.AddSingleton<IEpisodicMemory, RedisEpisodicMemory>();
        services.AddSingleton<IRateLimits, RedisRateLimits>();
        return services;
    }

    /// <summary>Tasks and results through the lists; needs an <c>NpgsqlDataSource</c> and the handlers of <c>Chimera.Handlers.Dispatching</c>.</summary>
    public static IServiceCollection AddRedisDispatch(this IServiceCollection services, RedisOptions options)
    {
        services.AddSingleton<Leases>();
        services.AddSingleton<OpenTasks>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<Requeue>();
        services.AddSingleton<IDispatch, RedisDispatch>();
        services.AddSingleton<ListKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<ListKeeper>());
        if (options.OwnWorker) services.AddHostedService<TaskTaker>();
        if (options.OwnJudge) services.AddTaker(RedisKeys.ReviewQueue);
        return services.AddTaker(RedisKeys.JudgementQueue);
    }

    private static IServiceCollection AddTaker(this IServiceCollection services, RedisKey list) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<ResultTaker>(provider, list));
}
