using System.Globalization;
using System.Text;

namespace Chimera.Api.Hosting;

/// <summary>One host a home: a file lock which the operating system releases when the host dies, however it dies.</summary>
public sealed class HostLock : IDisposable
{
    private const int WouldBlock = 11; // EWOULDBLOCK: somebody holds the lock

    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    public static async Task<HostLock> Take(string home, CancellationToken ct = default)
    {
        var path = Path.Combine(home, "host.lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Sign(file);
            return new HostLock(file);
        }
        catch (IOException held) when (held.HResult == WouldBlock)
        {
            throw new EmbeddedPostgresException(
                $"Another Chimera (pid {await Holder(path, ct)}) runs on {home}: stop it, or set CHIMERA_HOME to another folder.", held);
        }
        catch (UnauthorizedAccessException forbidden)
        {
            throw new EmbeddedPostgresException(
                $"{path} may not be written, probably because a host ran as root: run `sudo chown -R $(id -un) {home}`.", forbidden);
        }
    }

    // The file stays: deleting it would let two hosts lock two files of one name.
    public void Dispose() => _file.Dispose();

    private static void Sign(FileStream file)
    {
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
    }

    // .NET itself would ask for the lock before it reads.
    private static async Task<string> Holder(string path, CancellationToken ct) =>
        (await Execution.Of("cat", [path], ct: ct)).Output.Trim() is { Length: > 0 } pid ? pid : "unknown";
}
