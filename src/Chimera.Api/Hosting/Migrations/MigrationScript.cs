using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chimera.Api.Hosting;

/// <summary>A versioned SQL script, which brings a database from one version to the next; never changed once it is released.</summary>
internal sealed record MigrationScript(int Version, string Name, string Sql)
{
    private const string Folder = "migrations/";

    /// <summary>The files beside this one, oldest first.</summary>
    public static readonly IReadOnlyList<MigrationScript> All =
    [
        .. typeof(MigrationScript).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(Read)
            .OrderBy(script => script.Version)
    ];

    public string FileName => $"{Version:D4}_{Name}.sql";

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The statement that remembers it; what is in it comes from a file's name and a hash, so nothing has to be escaped.</summary>
    public string Record => $"insert into {MigrationRecord.Table} (version, name, sha256) values ({Version}, '{Name}', '{Sha256}');\n";

    /// <summary>The script with its record, as it is run in one transaction; or the record alone.</summary>
    public string Statements(bool baseline) => MigrationRecord.Ddl + (baseline ? "" : Sql) + Record;

    /// <summary>A file for those who apply it by other means: what a host finds afterwards is what it would have made itself.</summary>
    public string ToFile() => $"begin;\n{MigrationRecord.Lock}\n{Statements(baseline: false)}commit;\n";

    private static MigrationScript Read(string resource)
    {
        using var reader = new StreamReader(typeof(MigrationScript).Assembly.GetManifestResourceStream(resource)!);
        var name = Path.GetFileNameWithoutExtension(resource[Folder.Length..]).Split('_', 2);
        // A checkout may have other line ends than the one whose checksum was recorded.
        return new(int.Parse(name[0], CultureInfo.InvariantCulture), name[1], reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
