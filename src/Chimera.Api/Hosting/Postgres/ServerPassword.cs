using System.Security.Cryptography;

namespace Chimera.Api.Hosting;

/// <summary>The random password of the database, in a file that only its owner reads.</summary>
public sealed class ServerPassword(string home)
{
    private readonly string _path = Path.Combine(home, "postgres.password");

    public bool Exists => File.Exists(_path);

    public string Read() => File.ReadAllText(_path).Trim();

    // Hexadecimal, so that neither SQL nor a connection string needs quoting.
    public static string Invent() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    public void Write(string password)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException(); // where files have no such mode
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = _path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = ownerOnly }))
        using (var writer = new StreamWriter(file))
            writer.Write(password);
        File.Move(draft, _path, overwrite: true);
    }
}
