using Chimera.Domain.Policies;
using Chimera.Handlers.Dispatching;
using Chimera.Handlers.Judging;
using Chimera.Integrations.Queues;

namespace Chimera.Api.Hosting;

/// <summary>Redis behind its ports and, with <c>CHIMERA_DISPATCH=redis</c>, tasks and results through its lists (ADR 0017).</summary>
internal static class RedisLists
{
    public static void AddRedis(this WebApplicationBuilder builder, RedisOptions redis)
    {
        builder.Services.AddRedis(redis);
        if (!redis.Dispatches) return;
        builder.AddPool<IntakeStage, TakenResult, Hearing, Judgement>(builder.Configuration.GetSection(JudgeOptions.Section).Get<JudgeOptions>() ?? new());
        builder.Services.AddRedisDispatch(redis);
        builder.Services.AddSingleton<IWorkplace, ListedWorkplace>(); // in the place of the own one
    }

    /// <summary>Reads <c>REDIS_URL</c>, <c>CHIMERA_DISPATCH</c>, <c>CHIMERA_OWN_WORKER</c> and <c>CHIMERA_OWN_JUDGE</c>.</summary>
    public static RedisOptions FromEnvironment(Func<string, string?> value) =>
        new(value("REDIS_URL"), OneOf(value, "CHIMERA_DISPATCH", "postgres", "redis") == "redis", OneOf(value, "CHIMERA_OWN_WORKER", "on", "off") == "on",
            OneOf(value, "CHIMERA_OWN_JUDGE", "on", "off") == "on");

    private static string OneOf(Func<string, string?> value, string name, string usual, string other) => value(name) switch
    {
        null => usual,
        var word when word == usual || word == other => word,
        var word => throw new HostSettingException("setting.redis", $"{name} is '{word}'; it must be {usual} or {other}.")
    };
}
