using System.Diagnostics;
using System.Globalization;

namespace Chimera.Benchmarks;

/// <summary>CPU seconds of this process and of servers with their children, also those that ended.</summary>
internal static class ProcessTreeCpu
{
    private const double TicksPerSecond = 100;

    public static double Own() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    /// <summary>A process and those of its children that have ended.</summary>
    public static double Of(int? process) => process is { } pid && Fields($"/proc/{pid}") is { } fields ? fields[11..15].Sum(Number) / TicksPerSecond : 0;

    public static double Postgres(int? postmaster) => postmaster is { } pid ? Server(pid) : 0;

    private static double Server(int postmaster)
    {
        var ticks = 0.0;
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) || Fields(folder) is not { } fields) continue;
            if (pid == postmaster) ticks += fields[11..15].Sum(Number); // its own and those of ended backends
            else if (int.Parse(fields[1], CultureInfo.InvariantCulture) == postmaster) ticks += fields[11..13].Sum(Number);
        }
        return ticks / TicksPerSecond;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The fields of /proc/pid/stat after the command name; null when the process has just ended.</summary>
    private static string[]? Fields(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
