using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Api.Hosting.Feeds;
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

    private static readonly List<string> Homes = [];

    /// <param name="noOps">Takes the place of the models; null leaves them.</param>
    public static Task<ChimeraHost> Start(NoOps? noOps = null, int port = 0, Action<WebApplicationBuilder>? configure = null, string rabbitUrl = "", RedisOptions? redis = null)
    {
        var home = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"chimera-bench-{Guid.NewGuid():N}")).FullName; // the database's user can enter it
        Homes.Add(home);
        var settings = new HostSettings(home, port, $"http://127.0.0.1:{port}", home, home, HostSettings.DatabaseFromEnvironment() ?? "") { RabbitUrl = rabbitUrl, Redis = redis ?? new() };
        return ChimeraHost.Start(settings, builder =>
        {
            // a server that starts to read a feed would be counted
            builder.Services.AddSingleton(new FeedOptions { MentionsEverySeconds = 0, TrendsEverySeconds = 0 });
            if (noOps is not null) Replace(builder, noOps);
            configure?.Invoke(builder);
        });
    }

    /// <summary>Deletes the homes, with their databases, of hosts that have stopped.</summary>
    public static void Clean() => Homes.ForEach(home => Directory.Delete(home, recursive: true));

    private static void Replace(WebApplicationBuilder builder, NoOps noOps)
    {
        foreach (var kind in new[] { typeof(IPlanner), typeof(IPersonaJudge), typeof(ISafetyJudge), typeof(ITaskExecutor) })
        {
            foreach (var old in builder.Services.Where(service => service.ServiceType == kind).ToArray()) builder.Services.Remove(old);
            builder.Services.AddSingleton(kind, noOps);
        }
    }
}
