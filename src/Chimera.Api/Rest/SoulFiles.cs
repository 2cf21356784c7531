using System.Security.Cryptography;
using System.Text;
using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Integrations.Models.Offline;
using static Chimera.Domain.Rule;

namespace Chimera.Api.Rest;

/// <summary>Reads SOUL.md, from the request or from below the personas folder and nowhere else.</summary>
internal sealed class SoulFiles(HostSettings settings)
{
    public const int LargestFile = 64 * 1024;
    private const string Pointer = "/persona/soul_md_path";
    private const int DeepestLink = 40;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<(Persona Persona, SoulMd Soul)> Read(PersonaFields fields, CancellationToken cancellation)
    {
        RequireText(fields.SoulMdPath, AgentDecider.MaxPathLength, "agent.soul", Pointer);
        var text = fields.SoulMd ?? await ReadFile(fields.SoulMdPath, cancellation);
        var bytes = Encoding.UTF8.GetBytes(text);
        Require(bytes.Length <= LargestFile, "agent.soul-too-large", $"SOUL.md has at most {LargestFile / 1024} KiB.", Pointer);
        var given = new Persona(fields.SoulMdPath, fields.VoiceTone ?? [], fields.CoreValues ?? [], fields.Directives ?? []);
        return (Soul.Read(text).Complete(given), new(text, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    private async Task<string> ReadFile(string path, CancellationToken cancellation)
    {
        var file = Find(path);
        Require(!Directory.Exists(file), "agent.soul-directory", "This is a folder, not a SOUL.md.", Pointer);
        Require(File.Exists(file), "agent.soul-missing", "There is no such file below the personas folder.", Pointer);
        Require(new FileInfo(file).Length <= LargestFile, "agent.soul-too-large", $"SOUL.md has at most {LargestFile / 1024} KiB.", Pointer);
        try
        {
            var text = Utf8.GetString(await File.ReadAllBytesAsync(file, cancellation));
            Require(!text.Contains('\0', StringComparison.Ordinal), "agent.soul-text", "SOUL.md has a NUL character.", Pointer);
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw new RuleViolationException("agent.soul-text", "SOUL.md is not UTF-8 text.", Pointer);
        }
    }

    /// <summary>The file that a path means once all links are followed; outside of the folder there is none.</summary>
    private string Find(string path)
    {
        var isInside = !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && !path.Split('/').Contains("..");
        var folder = Real(settings.PersonasFolder, DeepestLink);
        var file = isInside ? Real(Path.Combine(folder, path), DeepestLink) : "";
        Require(isInside && (file == folder || file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)), "agent.soul-outside",
            "The path is relative and stays below the personas folder.", Pointer);
        return file;
    }

    private static string Real(string path, int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var step in Path.GetFullPath(path).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, step);
            if (new FileInfo(real).LinkTarget is not { } target) continue;
            Require(links > 0, "agent.soul-missing", "The path runs in a circle of links.", Pointer);
            real = Real(Path.GetFullPath(target, Path.GetDirectoryName(real)!), links - 1);
        }
        return real;
    }
}
