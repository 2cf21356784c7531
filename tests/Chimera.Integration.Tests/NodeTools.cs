using System.Diagnostics;
using System.Security.Cryptography;

namespace Chimera.Integration.Tests;

/// <summary>Programs of Node that only the tests use, in <c>tests/tools</c>; installed when one of them is first needed.</summary>
internal static class NodeTools
{
    private static readonly SemaphoreSlim Gate = new(1);

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "tools");

    /// <summary>The script of the protocol's conformance suite, which needs Node 22.</summary>
    public static string Conformance { get; } = Path.Combine(Folder, "node_modules", "@modelcontextprotocol", "conformance", "dist", "index.js");

    /// <summary>The script of a server that has a bit of everything.</summary>
    public static string Everything { get; } = Path.Combine(Folder, "node_modules", "@modelcontextprotocol", "server-everything", "dist", "index.js");

    /// <summary>Node 22 from its npm package, where there is one for this machine; else the machine's own.</summary>
    public static string NewerNode => Directory.GetDirectories(Path.Combine(Folder, "node_modules"), "node-linux-*") is [var package, ..] ? Path.Combine(package, "bin", "node") : "node";

    private static string Stamp => Path.Combine(Folder, "node_modules", ".installed");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The script of the protocol's inspector.</summary>
    public static string Inspector { get; } = Path.Combine(Folder, "node_modules", "@modelcontextprotocol", "inspector", "cli", "build", "cli.js");

    /// <summary>The script of the linter of OpenAPI documents.</summary>
    public static string Spectral { get; } = Path.Combine(Folder, "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");

    /// <summary>Runs a script of the folder and gives what it said; fails when it fails.</summary>
    public static async Task<string> Run(string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await Install();
        return await Say("node", [script, .. arguments], environment);
    }

    public static async Task Install()
    {
        await Gate.WaitAsync(Stop);
        try
        {
            var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"), Stop)));
            if (File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, Stop) == wanted) return;
            await Say("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
            await File.WriteAllTextAsync(Stamp, wanted, Stop);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<string> Say(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (code, said, complained) = await End(program, arguments, environment);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}:\n{said}\n{complained}");
        return said.TrimEnd();
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, string Said, string Complained)> End(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await said, await complained);
    }
}
