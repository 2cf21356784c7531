using System.Diagnostics;
using System.Globalization;
using Chimera.Api.Hosting;
using Npgsql;

namespace Chimera.Integration.Tests.Hosting;

public sealed class EmbeddedPostgresRecoveryTests : IDisposable
{
    private readonly PostgresHome _home = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task a_server_that_an_earlier_host_left_running_is_adopted_and_stopped()
    {
        await _home.Remember("kept");
        var left = await LeaveRunning();

        var postgres = await _home.Start();
        Assert.Equal(left, postgres.PostmasterPid);
        Assert.Equal("kept", await PostgresHome.Recall(postgres));
        await postgres.DisposeAsync();

        Assert.False(File.Exists(PostmasterFile.In(_home.Data)));
    }

    [Fact]
    public async Task a_pid_file_of_a_dead_process_does_not_keep_it_from_starting()
    {
        await _home.Remember("kept");
        await WritePidFile(await DeadPid());

        await using var postgres = await _home.Start();

        Assert.Equal("kept", await PostgresHome.Recall(postgres));
    }

    [Fact]
    public async Task a_pid_file_that_names_another_program_does_not_keep_it_from_starting()
    {
        await _home.Remember("kept");
        await WritePidFile(Environment.ProcessId);

        await using var postgres = await _home.Start();

        Assert.NotEqual(Environment.ProcessId, postgres.PostmasterPid);
        Assert.Equal("kept", await PostgresHome.Recall(postgres));
    }

    [Fact]
    public async Task it_starts_again_after_its_server_was_killed()
    {
        await _home.Remember("kept");
        await using (var killed = await _home.Start())
            await Kill(killed.PostmasterPid);

        await using var postgres = await _home.Start();

        Assert.Equal("kept", await PostgresHome.Recall(postgres));
    }

    [Fact]
    public async Task it_waits_for_the_children_of_a_killed_server()
    {
        await _home.Remember("kept");
        await using var first = await _home.Start();
        await using var busy = new NpgsqlConnection(first.ConnectionString + ";Pooling=false");
        await busy.OpenAsync(Stop);
        var orphan = new NpgsqlCommand("SELECT count(*) FROM generate_series(1, 5000000)", busy).ExecuteScalarAsync(Stop);
        await Kill(first.PostmasterPid);
        await first.DisposeAsync();

        await using var postgres = await _home.Start();

        Assert.Equal("kept", await PostgresHome.Recall(postgres));
        await Record.ExceptionAsync(() => orphan);
    }

    [Fact]
    public async Task a_lost_password_is_replaced()
    {
        await _home.Remember("kept");
        File.Delete(_home.File("postgres.password"));

        await using var postgres = await _home.Start();

        Assert.Equal("kept", await PostgresHome.Recall(postgres));
    }

    [Fact]
    public async Task a_failed_start_repeats_the_last_words_of_the_log_and_frees_the_home()
    {
        await _home.Remember("kept");
        var settings = Path.Combine(_home.Data, "postgresql.auto.conf");
        await File.AppendAllTextAsync(settings, "max_connections = nonsense\n", Stop);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _home.Start());
        Assert.Contains("nonsense", refusal.Message, StringComparison.Ordinal);

        await File.WriteAllTextAsync(settings, "", Stop);
        await using var postgres = await _home.Start();
        Assert.Equal("kept", await PostgresHome.Recall(postgres));
    }

    // What a host killed with -9 leaves: a server that runs, and no lock.
    private async Task<int> LeaveRunning()
    {
        var owner = ClusterOwner.Current();
        var site = await ClusterSite.For(_home.Path, owner, Stop);
        var binaries = await PostgresBinaries.Find(_home.Path, site, wished: null, Stop);
        var postmaster = new Postmaster(site, binaries, owner, new PostgresCluster(site, binaries, owner));
        return (await postmaster.Start(wishedPort: null, Stop)).Pid;
    }

    private Task WritePidFile(int pid) => File.WriteAllTextAsync(PostmasterFile.In(_home.Data), string.Create(CultureInfo.InvariantCulture,
        $"{pid}\n{_home.Data}\n1700000000\n5432\n\n127.0.0.1\n  1234567     98765\nready   \n"), Stop);

    private static async Task<int> DeadPid()
    {
        using var process = Process.Start("true");
        await process.WaitForExitAsync(Stop);
        return process.Id;
    }

    private static async Task Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await process.WaitForExitAsync(Stop);
    }
}
