using System.Diagnostics;

namespace Chimera.Integration.Tests.Journeys;

/// <summary>`make bench-crash`, as it is run by hand with more kills: host and Postgres die under load, and nothing is lost or doubled.</summary>
public sealed class CrashTests
{
    private const int Kills = 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task twenty_kills_of_host_and_Postgres_lose_nothing_and_double_nothing()
    {
        var program = Path.Combine(Repository.Root, "artifacts", "bin", "Chimera.Benchmarks", "release", "Chimera.Benchmarks.dll");
        using var run = Process.Start(new ProcessStartInfo("dotnet", [program, "crash", Kills.ToString(null as IFormatProvider)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DATABASE_URL"] = "" }
        })!;
        var (line, errors) = (run.StandardOutput.ReadToEndAsync(Stop), run.StandardError.ReadToEndAsync(Stop));
        await run.WaitForExitAsync(Stop);
        Assert.True(run.ExitCode == 0, $"{await line}\n{await errors}");
        TestContext.Current.TestOutputHelper?.WriteLine(await line);
    }
}
