using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Chimera.Api.Hosting;
using Npgsql;

namespace Chimera.Integration.Tests.Hosting;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly PostgresHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task it_starts_on_loopback_and_accepts_a_connection()
    {
        await using var postgres = await _home.Start();

        Assert.Equal("chimera", await PostgresHome.Ask(postgres, "SELECT current_user"));
        Assert.Equal("chimera", await PostgresHome.Ask(postgres, "SELECT current_database()"));
        Assert.Equal("127.0.0.1", await PostgresHome.Ask(postgres, "SHOW listen_addresses"));
        Assert.Equal("off", await PostgresHome.Ask(postgres, "SHOW jit"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(_home.File("postgres.password")));
    }

    [Fact]
    public async Task a_connection_without_the_password_is_refused()
    {
        await using var postgres = await _home.Start();
        var stranger = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guessed", Pooling = false };
        await using var connection = new NpgsqlConnection(stranger.ConnectionString);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task a_restart_keeps_the_data_and_is_quick()
    {
        await _home.Remember("kept");
        var clock = Stopwatch.StartNew();

        await using var postgres = await _home.Start();

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10)); // well below one alone; the bound forgives a busy machine
        Assert.Equal("kept", await PostgresHome.Recall(postgres));
    }

    [Fact]
    public async Task the_wished_port_is_used_when_it_is_free()
    {
        var wished = LoopbackPort.Free();

        await using var postgres = await _home.Start(new EmbeddedPostgresOptions(Port: wished));

        Assert.Equal(wished, postgres.Port);
    }

    [Fact]
    public async Task another_port_is_used_when_the_wished_one_is_taken()
    {
        using var neighbour = new TcpListener(IPAddress.Loopback, 0);
        neighbour.Start();
        var taken = ((IPEndPoint)neighbour.LocalEndpoint).Port;

        await using var postgres = await _home.Start(new EmbeddedPostgresOptions(Port: taken));

        Assert.NotEqual(taken, postgres.Port);
        Assert.Equal("chimera", await PostgresHome.Ask(postgres, "SELECT current_user"));
    }

    [Fact]
    public async Task a_home_that_the_server_may_not_enter_gets_its_cluster_elsewhere()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root runs the server as somebody else.");
        var closed = Directory.CreateTempSubdirectory("chimera-closed-");
        using var home = new PostgresHome(closed.FullName);
        await home.Remember("kept");

        await using var postgres = await home.Start();

        Assert.StartsWith("/var/tmp/chimera-", postgres.Folder, StringComparison.Ordinal);
        Assert.Equal("kept", await PostgresHome.Recall(postgres));
        await postgres.DisposeAsync();
        Directory.GetParent(postgres.Folder)!.Delete(recursive: true);
        home.Dispose();
        closed.Delete(recursive: true);
    }

    [Fact]
    public async Task a_database_of_another_major_version_is_refused()
    {
        Directory.CreateDirectory(_home.Data);
        await File.WriteAllTextAsync(Path.Combine(_home.Data, "PG_VERSION"), "9\n", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _home.Start());

        Assert.Contains($"The database in {_home.Data} was made by Postgres 9", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(EmbeddedPostgresOptions.BinariesVariable, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_second_host_on_the_same_home_is_refused()
    {
        await using var first = await _home.Start();

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _home.Start());

        Assert.Contains($"pid {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CHIMERA_HOME", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("chimera", await PostgresHome.Ask(first, "SELECT current_user"));
    }

    [Fact]
    public async Task missing_binaries_send_the_operator_to_make_setup()
    {
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _home.Start(new EmbeddedPostgresOptions(_home.Path)));

        Assert.Contains("make setup", refusal.Message, StringComparison.Ordinal);
    }

    private static UnixFileMode Mode(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);
}
