using System.Diagnostics;

namespace Chimera.Integration.Tests.Cli;

/// <summary>The command line as a process of its own, whose environment is nobody else's.</summary>
internal static class ChimeraProcess
{
    /// <param name="home">The folder of a database; none is made for a <paramref name="database"/> that is elsewhere.</param>
    public static async Task<Terminal> Run(string home, string? database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chimera.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["CHIMERA_HOME"] = home, ["DATABASE_URL"] = database ?? "" }
        };
        var stop = TestContext.Current.CancellationToken;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        return new(process.ExitCode, await output, await errors);
    }
}
