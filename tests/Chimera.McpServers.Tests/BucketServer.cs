using System.Diagnostics;
using Chimera.Integration.Tests;

namespace Chimera.McpServers.Tests;

/// <summary>A store that speaks the protocol of S3, of Node, as a process with a folder of its own.</summary>
public sealed class BucketServer : IAsyncLifetime
{
    public const string Bucket = "media", Key = "S3RVER";

    private readonly string _folder = Directory.CreateTempSubdirectory("chimera-s3-").FullName;
    private Process? _process;

    public HttpClient Client { get; } = new();

    public string Endpoint { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var tools = Path.Combine(Repository.Root, "tests", "tools");
        if (!Directory.Exists(Path.Combine(tools, "node_modules", "s3rver")))
            using (var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = tools })!) await install.WaitForExitAsync();
        string[] arguments = [Path.Combine(tools, "node_modules", "s3rver", "bin", "s3rver.js"), "-d", _folder, "-a", "127.0.0.1", "-p", "0", "--configure-bucket", Bucket];
        _process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split(" listening on ") is [_, var address])
            {
                Endpoint = $"http://{address}";
                return;
            }
        throw new InvalidOperationException("s3rver does not listen.");
    }

    /// <summary>How many objects the bucket lists.</summary>
    public async Task<int> Objects() => (await Client.GetStringAsync($"{Endpoint}/{Bucket}", SandboxServers.Stop)).Split("<Contents>").Length - 1;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }
}
