using Chimera.Api.Hosting;

namespace Chimera.Integration.Tests.Migrations;

/// <summary>S8-2: a host and a database that do not fit together say so, and nothing is changed.</summary>
public sealed class RefusalTests(PostgresFixture postgres, ChimeraFixture chimera)
{
    private static CancellationToken Stop => OwnDatabase.Stop;

    [Fact]
    public async Task a_script_that_was_changed_after_it_was_applied()
    {
        await using var database = await Migrated();
        await database.Run("update chimera_control.migrations set sha256 = repeat('0', 64) where version = 2");

        var refusal = await Assert.ThrowsAsync<MigrationException>(() => chimera.StartOnSocket(database.Connection));

        Assert.Equal("db.script-changed", refusal.Code);
        Assert.Contains("0002_read_side.sql", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await Verification.Problems(ScriptTests.SettingsOf(database), Stop));
    }

    [Fact]
    public async Task a_database_that_is_newer_than_the_program()
    {
        await using var database = await Migrated();
        await database.Run("insert into chimera_control.migrations (version, name, sha256) values (9000, 'to_the_moon', repeat('0', 64))");

        var refusal = await Assert.ThrowsAsync<MigrationException>(() => chimera.StartOnSocket(database.Connection));

        Assert.Equal("db.newer", refusal.Code);
        Assert.Contains("9000 (to_the_moon)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task pending_scripts_when_the_host_may_not_apply_them()
    {
        await using var database = await OwnDatabase.OfFirstRelease(postgres);

        var refusal = await Assert.ThrowsAsync<MigrationException>(() => chimera.StartOnSocket(database.Connection, migrates: false));

        Assert.Equal("db.pending", refusal.Code);
        Assert.Contains(string.Join(", ", MigrationScript.All.Select(script => script.FileName)), refusal.Message, StringComparison.Ordinal);
        Assert.True(await database.Ask<bool>("select to_regclass('chimera_control.migrations') is null and to_regclass('chimera.table_set') is null"));
    }

    [Fact]
    public async Task nothing_when_the_host_may_not_apply_scripts_and_none_is_pending()
    {
        await using var database = await Migrated();

        await using var host = await chimera.StartOnSocket(database.Connection, migrates: false);

        Assert.Equal(MigrationScript.All.Count, await database.Ask<int>("select max(version) from chimera_control.migrations"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task nothing_when_hosts_start_together(bool firstRelease)
    {
        await using var database = await (firstRelease ? OwnDatabase.OfFirstRelease(postgres) : OwnDatabase.Create(postgres));

        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => new Migration(database.Source).Apply(Stop)));

        Assert.Equal(MigrationScript.All, applied.SelectMany(one => one).Select(one => one.Script).OrderBy(script => script.Version));
        Assert.Empty((await new Migration(database.Source).Version(Stop)).RequireNewest().Pending);
    }

    private async Task<OwnDatabase> Migrated()
    {
        var database = await OwnDatabase.Create(postgres);
        await new Migration(database.Source).Apply(Stop);
        return database;
    }
}
