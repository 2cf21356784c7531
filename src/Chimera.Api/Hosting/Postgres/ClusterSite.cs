using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chimera.Api.Hosting;

/// <summary>Where the cluster lies: in the home, or under /var/tmp when the server's user cannot enter the home.</summary>
public sealed record ClusterSite(string Root)
{
    public string Data => Path.Combine(Root, "postgres");

    public string Log => Path.Combine(Root, "postgres.log");

    public int? Major
    {
        get
        {
            try
            {
                return Directory.Exists(Data) && Directory.EnumerateFileSystemEntries(Data).Any() ? ReadMajor() : null;
            }
            catch (UnauthorizedAccessException forbidden)
            {
                throw new EmbeddedPostgresException(
                    $"{Data} belongs to another user, probably because a host ran as root: run `sudo chown -R $(id -un) {Root}`.", forbidden);
            }
        }
    }

    public static async Task<ClusterSite> For(string home, ClusterOwner owner, CancellationToken ct)
    {
        if (await owner.Reaches(home, ct)) return new(home);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..12];
        var root = $"/var/tmp/chimera-{name}";
        await Execution.Of("mkdir", ["-m", "711", root], ct: ct); // fails when it is there, whoever made it
        await RequireOurs(root, ct);
        return new(root);
    }

    // Anybody may write to /var/tmp, and could have laid the folder or a link there before us.
    private static async Task RequireOurs(string root, CancellationToken ct)
    {
        var kind = await Execution.Of("stat", ["-c", "%u %F", root], ct: ct);
        if (kind.Output.Trim() != "0 directory")
            throw new EmbeddedPostgresException($"{root} was not made by root: remove it, or set CHIMERA_HOME to a folder that every user can enter.");
    }

    private int ReadMajor()
    {
        var file = Path.Combine(Data, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new EmbeddedPostgresException($"{Data} holds files but no Postgres database: move it away.");
    }
}
