using Chimera.Api.Hosting.Rabbit;

namespace Chimera.Api.Hosting.Reaping;

/// <summary>What looks after work that stands still.</summary>
internal static class ReapingParts
{
    public static void AddReaping(this WebApplicationBuilder builder, HostSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.GetSection(ReapingOptions.Section).Get<ReapingOptions>() ?? new());
        services.AddHostedService<OutageRecovery>();
        if (settings.Roles.HasFlag(Roles.Worker)) services.AddHostedService<WorkerPulse>();
        if (settings.Roles.HasFlag(Roles.Planner)) services.AddHostedService<Reaper>();
        if (settings.Broker is not { } broker) return;
        services.AddSingleton(broker).AddSingleton<QueueGuard>().AddHostedService(provider => provider.GetRequiredService<QueueGuard>());
        if (settings.Roles.HasFlag(Roles.Planner)) services.AddHostedService<Resumption>();
    }
}
