using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Integrations.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Benchmarks;

/// <summary>The real host in this process, on a home of its own.</summary>
internal static class BenchmarkHost
{
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <param name="noOps">Takes the place of the models; null leaves them.</param>
    public static Task<ChimeraHost> Start(NoOps? noOps = null, int port = 0, Action<WebApplicationBuilder>? configure = null, string rabbitUrl = "", RedisOptions? redis = null)
    {
        var home = Directory.CreateTempSubdirectory("chimera-bench-").FullName;
        var settings = new HostSettings(home, port, $"http://127.0.0.1:{port}", home, home, HostSettings.DatabaseFromEnvironment() ?? "") { RabbitUrl = rabbitUrl, Redis = redis ?? new() };
        return ChimeraHost.Start(settings, builder =>
        {
            if (noOps is not null) Replace(builder, noOps);
            configure?.Invoke(builder);
        });
    }

    private static void Replace(WebApplicationBuilder builder, NoOps noOps)
    {
        foreach (var kind in new[] { typeof(IPlanner), typeof(IPersonaJudge), typeof(ISafetyJudge), typeof(ITaskExecutor) })
        {
            foreach (var old in builder.Services.Where(service => service.ServiceType == kind).ToArray()) builder.Services.Remove(old);
            builder.Services.AddSingleton(kind, noOps);
        }
    }
}
