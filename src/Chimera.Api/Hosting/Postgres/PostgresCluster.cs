namespace Chimera.Api.Hosting;

/// <summary>The data folder: how it is made, configured and given its password.</summary>
public sealed class PostgresCluster(ClusterSite site, PostgresBinaries binaries, ClusterOwner owner)
{
    public const string User = "chimera";
    public const string Database = "chimera";

    private const string Settings = "chimera.conf";

    public bool Exists => site.Major is not null;

    // Made beside its place and moved at the end, so that a host killed half-way leaves no half of a cluster.
    public async Task Create(string password, CancellationToken ct)
    {
        var draft = site.Data + ".new";
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        await owner.Own(draft, ct);
        await Require("initdb", binaries.Initdb,
            ["-D", draft, "-U", User, "--encoding=UTF8", "--locale=C.UTF-8", "--lc-collate=C", "--auth-host=scram-sha-256", "--auth-local=reject"], "", ct);
        await File.AppendAllTextAsync(Path.Combine(draft, "postgresql.conf"), $"include_if_exists = '{Settings}'\n", ct);
        await Tell(draft, $"ALTER ROLE {User} PASSWORD '{password}';\nCREATE DATABASE {Database};\n", ct);
        if (Directory.Exists(site.Data)) Directory.Delete(site.Data);
        Directory.Move(draft, site.Data);
    }

    /// <summary>Gives the user another password, for when the file with the old one is lost. The server must be down.</summary>
    public async Task SetPassword(string password, CancellationToken ct)
    {
        await owner.Own(site.Data, ct);
        await Tell(site.Data, $"ALTER ROLE {User} PASSWORD '{password}';\n", ct);
    }

    // Written anew at every start; what an operator changes with ALTER SYSTEM stays and wins.
    public async Task Configure(int port, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(site.Data, Settings), $"""
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = ''
            max_connections = 200
            shared_buffers = '256MB'
            max_wal_size = '4GB'
            checkpoint_timeout = '15min'
            wal_level = minimal
            max_wal_senders = 0
            jit = off
            fsync = on
            synchronous_commit = on
            timezone = 'UTC'
            logging_collector = off
            log_checkpoints = off

            """, ct);
        await owner.Own(site.Data, ct);
    }

    // Single-user mode needs neither a password nor a port, and the words go through a pipe that nobody else reads.
    private Task Tell(string data, string sql, CancellationToken ct) =>
        Require("postgres", binaries.Server, ["--single", "-D", data, "-c", "exit_on_error=on", "postgres"], sql, ct);

    private async Task Require(string name, string program, string[] arguments, string input, CancellationToken ct)
    {
        var run = await owner.Run(program, arguments, input, ct);
        if (!run.Succeeded) throw new EmbeddedPostgresException($"{name} failed on {site.Data}.", run.Output);
    }
}
