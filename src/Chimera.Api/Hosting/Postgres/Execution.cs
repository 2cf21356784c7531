using System.Diagnostics;
using Chimera.Integrations.Mcp;

namespace Chimera.Api.Hosting;

/// <summary>A program run to its end, and what it said.</summary>
public sealed record Execution(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public static async Task<Execution> Of(string program, IEnumerable<string> arguments, string input = "", CancellationToken ct = default)
    {
        using var process = Process.Start(Describe(program, arguments))!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await Feed(process, input, ct);
            await process.WaitForExitAsync(ct);
            return new(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task Feed(Process process, string input, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without listening; its exit code and its words say why.
        }
    }

    private static ProcessStartInfo Describe(string program, IEnumerable<string> arguments)
    {
        // The root folder, because another user may be unable to enter ours.
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/", RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true
        };
        // PGDATA, PGPORT and their like speak of somebody else's server; the log is searched for English words.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment.Remove(McpSetup.Secret);
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
