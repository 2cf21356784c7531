using Chimera.Api.Hosting;
using Npgsql;

namespace Chimera.Integration.Tests.Migrations;

/// <summary>S8-2: the scripts make the database that the program wants.</summary>
public sealed class ScriptTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => OwnDatabase.Stop;

    [Fact]
    public void scripts_are_numbered_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, MigrationScript.All.Count), MigrationScript.All.Select(script => script.Version));

    [Fact]
    public async Task a_new_database_is_what_the_program_wants()
    {
        await using var database = await OwnDatabase.Create(postgres);

        var applied = await new Migration(database.Source).Apply(Stop);

        Assert.Equal(MigrationScript.All.Select(script => (script, false)), applied);
        Assert.Empty(await Verification.Problems(SettingsOf(database), Stop));
        Assert.Empty((await SchemaDrift.Of(SettingsOf(database), Stop)).Sql);
        Assert.Empty(await new Migration(database.Source).Apply(Stop));
    }

    [Fact]
    public async Task the_first_script_makes_what_the_first_release_made()
    {
        await using var scripted = await OwnDatabase.Create(postgres);
        await using var released = await OwnDatabase.OfFirstRelease(postgres);

        await scripted.Run(MigrationScript.All[0].Sql);

        Assert.Equal(await Catalogue.Of(released), await Catalogue.Of(scripted));
    }

    [Fact]
    public async Task scripts_applied_by_other_means_count()
    {
        await using var database = await OwnDatabase.Create(postgres);

        foreach (var script in MigrationScript.All) await database.Run(script.ToFile());

        Assert.Empty(await Verification.Problems(SettingsOf(database), Stop));
        Assert.Empty(await new Migration(database.Source).Apply(Stop));
    }

    [Fact]
    public async Task a_script_that_fails_leaves_nothing_behind()
    {
        await using var database = await OwnDatabase.Create(postgres);
        var broken = new MigrationScript(MigrationScript.All.Count + 1, "broken", "create table chimera_control.half (); select 1 / 0;");
        var migration = new Migration(database.Source, [.. MigrationScript.All, broken]);

        var failure = await Assert.ThrowsAsync<PostgresException>(() => migration.Apply(Stop));

        Assert.Equal(PostgresErrorCodes.DivisionByZero, failure.SqlState);
        Assert.Equal([broken], (await migration.Version(Stop)).Pending);
        Assert.True(await database.Ask<bool>("select to_regclass('chimera_control.half') is null"));
    }

    [Fact]
    public async Task what_somebody_changed_by_hand_is_found()
    {
        await using var database = await OwnDatabase.Create(postgres);
        await new Migration(database.Source).Apply(Stop);
        await database.Run("alter table chimera_events.mt_events drop column headers; drop index chimera_messages.idx_wolverine_dead_letters_replayable; drop table chimera_sandbox.posts");

        var problems = await Verification.Problems(SettingsOf(database), Stop);

        Assert.Equal(["chimera_events.mt_events: Marten wants it otherwise", "chimera_messages.wolverine_dead_letters: Wolverine wants it otherwise",
            "chimera_sandbox.posts: it is missing"], problems);
        Assert.Contains("headers", (await SchemaDrift.Of(SettingsOf(database), Stop)).Sql, StringComparison.Ordinal);
    }

    internal static HostSettings SettingsOf(OwnDatabase database) => new(Path.GetTempPath(), 0, "http://127.0.0.1", "", "", database.Connection);
}
