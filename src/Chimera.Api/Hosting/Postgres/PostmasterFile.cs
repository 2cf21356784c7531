using System.Globalization;

namespace Chimera.Api.Hosting;

/// <summary>postmaster.pid: what a running server, or a dead one, says of itself.</summary>
public sealed record PostmasterFile(int Pid, int Port, string Status)
{
    public static string In(string data) => Path.Combine(data, "postmaster.pid");

    public bool IsReady => Status == "ready";

    public bool IsStarting => Status is "" or "starting";

    // A server in single-user mode writes its pid negative: it listens nowhere and ends with the host that asked it something.
    private bool IsSingleUser => Pid < 0;

    /// <summary>The server of this folder that is alive, if there is one; the file alone proves nothing.</summary>
    public static PostmasterFile? Alive(string data) =>
        Read(data) is { IsSingleUser: false } file && IsServerOf(data, file.Pid) ? file : null;

    /// <summary>Removes a file that would keep Postgres from starting although nobody serves the folder.</summary>
    public static void RemoveStale(string data)
    {
        var file = Read(data);
        // Postgres itself clears up after a dead process, and then checks that no orphan still holds the shared memory.
        if (file is not null && (!IsAlive(file.Pid) || IsServerOf(data, file.Pid))) return;
        File.Delete(In(data));
    }

    private static PostmasterFile? Read(string data)
    {
        if (!File.Exists(In(data))) return null;
        var lines = File.ReadAllLines(In(data));
        return Number(lines, 0) is var pid and not 0 ? new(pid, Number(lines, 3), lines.ElementAtOrDefault(7)?.Trim() ?? "") : null;
    }

    private static int Number(string[] lines, int line) =>
        int.TryParse(lines.ElementAtOrDefault(line), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsAlive(int pid) => Directory.Exists($"/proc/{Math.Abs(pid)}");

    // Not /proc/<pid>/cwd: in a container, root may not look that far into the processes of other users.
    private static bool IsServerOf(string data, int pid)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{Math.Abs(pid)}/cmdline").Split('\0');
            var folder = command.SkipWhile(word => word != "-D").ElementAtOrDefault(1);
            // The content is compared, because one folder may have two names.
            return Path.GetFileName(command[0]) == "postgres" && folder is not null && File.ReadAllText(In(folder)) == File.ReadAllText(In(data));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
