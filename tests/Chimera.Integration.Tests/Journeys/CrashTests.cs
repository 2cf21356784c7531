using System.Diagnostics;
using System.Text.Json;

namespace Chimera.Integration.Tests.Journeys;

/// <summary>`make bench-crash`, as it is run by hand with more kills: host, Postgres, RabbitMQ and Redis die under load, and nothing is lost or doubled.</summary>
public sealed class CrashTests
{
    private const int Kills = 20;

    private static readonly string[] Killed = ["host_kills", "postgres_kills", "broker_kills", "redis_kills"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task twenty_kills_of_host_and_Postgres_and_broker_and_Redis_lose_nothing_and_double_nothing()
    {
        var program = Path.Combine(Repository.Root, "artifacts", "bin", "Chimera.Benchmarks", "release", "Chimera.Benchmarks.dll");
        using var run = Process.Start(new ProcessStartInfo("dotnet", [program, "crash", Kills.ToString(null as IFormatProvider)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DATABASE_URL"] = "" }
        })!;
        var (line, errors) = (run.StandardOutput.ReadToEndAsync(Stop), run.StandardError.ReadToEndAsync(Stop));
        await run.WaitForExitAsync(Stop);
        Assert.True(run.ExitCode == 0, $"{await line}\n{await errors}");
        var figures = JsonElement.Parse(await line);
        Assert.All(Killed, kills => Assert.NotEqual(0, figures.GetProperty(kills).GetInt32()));
        TestContext.Current.TestOutputHelper?.WriteLine(await line);
    }
}
