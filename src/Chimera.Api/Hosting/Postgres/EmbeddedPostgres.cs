using Npgsql;

namespace Chimera.Api.Hosting;

/// <summary>A private Postgres of one home: on loopback only, started with the host and stopped with it.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly HostLock _lock;
    private readonly Postmaster _postmaster;
    private int _disposed;

    private EmbeddedPostgres(HostLock hostLock, Postmaster postmaster, PostmasterFile server, string folder, string password)
    {
        (_lock, _postmaster, Folder) = (hostLock, postmaster, folder);
        (Port, PostmasterPid) = (server.Port, server.Pid);
        ConnectionString = Describe(server, password);
    }

    public string ConnectionString { get; }

    public int Port { get; }

    public int PostmasterPid { get; }

    /// <summary>Where the data lies: in the home, unless the server's user cannot enter it.</summary>
    public string Folder { get; }

    public static Task<EmbeddedPostgres> Start(string home, CancellationToken ct = default) =>
        Start(home, EmbeddedPostgresOptions.FromEnvironment(), ct);

    public static async Task<EmbeddedPostgres> Start(string home, EmbeddedPostgresOptions options, CancellationToken ct = default)
    {
        if (!OperatingSystem.IsLinux()) throw new EmbeddedPostgresException("The embedded Postgres runs on Linux only.");
        home = Directory.CreateDirectory(Path.TrimEndingDirectorySeparator(Path.GetFullPath(home))).FullName;
        var hostLock = await HostLock.Take(home, ct);
        try
        {
            return await Start(home, hostLock, options, ct);
        }
        catch
        {
            hostLock.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Disposed twice, it would stop the server of whoever holds the home by then.
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        try
        {
            await _postmaster.Stop();
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private static async Task<EmbeddedPostgres> Start(string home, HostLock hostLock, EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var owner = ClusterOwner.Current();
        var site = await ClusterSite.For(home, owner, ct);
        var binaries = await PostgresBinaries.Find(home, site, options.Binaries, ct);
        binaries = await binaries.Within(site, owner, ct);
        var cluster = new PostgresCluster(site, binaries, owner);
        var postmaster = new Postmaster(site, binaries, owner, cluster);
        var password = await Prepare(new ServerPassword(home), cluster, postmaster, ct);
        var server = await Adopt(postmaster, password, ct) ?? await postmaster.Start(options.Port, ct);
        return new(hostLock, postmaster, server, site.Data, password);
    }

    private static async Task<string> Prepare(ServerPassword kept, PostgresCluster cluster, Postmaster postmaster, CancellationToken ct)
    {
        var password = kept.Exists ? kept.Read() : ServerPassword.Invent();
        if (!cluster.Exists)
        {
            kept.Write(password);
            await cluster.Create(password, ct);
        }
        else if (!kept.Exists)
        {
            await postmaster.Stop();
            await cluster.SetPassword(password, ct);
            kept.Write(password);
        }
        return password;
    }

    private static async Task<PostmasterFile?> Adopt(Postmaster postmaster, string password, CancellationToken ct)
    {
        if (await postmaster.LeftRunning(ct) is { } server && await Answers(Describe(server, password), ct)) return server;
        await postmaster.Stop();
        return null;
    }

    private static async Task<bool> Answers(string connectionString, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string Describe(PostmasterFile server, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = server.Port, Database = PostgresCluster.Database,
        Username = PostgresCluster.User, Password = password, SslMode = SslMode.Disable
    }.ConnectionString;
}
