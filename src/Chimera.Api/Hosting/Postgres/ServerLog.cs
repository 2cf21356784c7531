namespace Chimera.Api.Hosting;

/// <summary>The server's log: what it said since we last looked, and its last lines for whoever must find the fault.</summary>
public sealed class ServerLog(string path)
{
    private const int Lines = 20;
    private const long Large = 8 * 1024 * 1024;
    private long _read;

    public string Path => path;

    public void Open()
    {
        if (File.Exists(path) && new FileInfo(path).Length > Large) File.Move(path, path + ".1", overwrite: true);
        using var log = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        _read = log.Length;
    }

    public string Unread()
    {
        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(Math.Min(_read, log.Length), SeekOrigin.Begin);
        _read = log.Length;
        using var reader = new StreamReader(log);
        return string.Join(Environment.NewLine, reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(Lines));
    }
}
