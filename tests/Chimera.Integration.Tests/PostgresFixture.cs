using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Chimera.Integration.Tests.PostgresFixture))]

namespace Chimera.Integration.Tests;

/// <summary>A PostgreSQL cluster of this test run's own, in a temporary folder, gone when the run ends.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("chimera-test-pg-").FullName;
    private readonly string programs = Directory.GetDirectories("/usr/lib/postgresql").Order().Last() + "/bin";

    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        if (Environment.IsPrivilegedProcess) await Run("chown", "postgres", folder);
        await RunAsPostgres("initdb", "-D", folder + "/data", "-A", "trust", "-U", "postgres", "--no-sync");
        await RunAsPostgres("pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", $"-p {port} -k {folder} -c fsync=off", "start");
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsPostgres("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private Task RunAsPostgres(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Run("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--init-groups", $"{programs}/{program}", .. arguments])
        : Run($"{programs}/{program}", arguments);

    private async Task Run(string program, params string[] arguments)
    {
        // The server inherits what it is started with; a pipe would stay open as long as it lives.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", folder + ".out", program, .. arguments]);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException(await File.ReadAllTextAsync(folder + ".out"));
        File.Delete(folder + ".out");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
