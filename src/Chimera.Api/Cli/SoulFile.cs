using System.Security.Cryptography;
using System.Text;
using Chimera.Domain.Agents;

namespace Chimera.Api.Cli;

/// <summary>Reads the SOUL.md that a brief names, from the brief's own folder and from nowhere else.</summary>
internal static class SoulFile
{
    private const int LargestBytes = 64 * 1024;

    /// <exception cref="IOException">Says in a sentence why the file cannot be taken.</exception>
    public static SoulMd Read(string folder, string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0')) throw new IOException("The path of a SOUL.md is needed here.");
        if (Path.IsPathRooted(path) || path.Contains('\\')) throw new IOException("The path must be relative to the brief, with / between its steps.");
        if (!IsWithin(folder, path)) throw new IOException($"{path} lies outside the brief's folder.");
        var text = Text(folder, path);
        if (text.Contains('\0')) throw new IOException($"{path} has a NUL character.");
        return new(text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static string Text(string folder, string path)
    {
        try
        {
            return BriefFile.Text(Path.Combine(folder, path), LargestBytes);
        }
        catch (IOException unreadable)
        {
            throw new IOException($"{path}: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Follows the path step by step: neither <c>..</c> nor a link may lead out, not even on a way that comes back.</summary>
    private static bool IsWithin(string folder, string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var at = root;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.GetFullPath(Path.Combine(at, step));
            if (new FileInfo(at).LinkTarget is not null) at = new FileInfo(at).ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            if (at != root && !at.StartsWith(root + '/', StringComparison.Ordinal)) return false;
        }
        return true;
    }
}
