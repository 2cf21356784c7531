using Chimera.Api.Cli;
using Chimera.Api.Hosting;
using Chimera.Integration.Tests.Hosting;
using Chimera.Integration.Tests.Migrations;

namespace Chimera.Integration.Tests.Cli;

/// <summary>S8-2: <c>chimera db</c>, as an operator uses it.</summary>
public sealed class DbVerbTests(PostgresFixture postgres) : IDisposable
{
    private static readonly int Newest = MigrationScript.All.Count;
    private readonly PostgresHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task a_database_of_the_first_release_is_looked_at_brought_on_and_verified()
    {
        await using var database = await OwnDatabase.OfFirstRelease(postgres);

        var before = await On(database, "status", "--json");
        Assert.Equal((1, Newest), (before.Json.GetProperty("version").GetInt32(), before.Json.GetProperty("pending").GetArrayLength()));
        var unlike = await On(database, "verify", "--json");
        Assert.Equal((ExitCode.Refused, false), (unlike.ExitCode, unlike.Json.GetProperty("verified").GetBoolean()));

        var applied = await On(database, "apply");
        Assert.Equal((ExitCode.Ok, Newest), (applied.ExitCode, applied.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains("0001_first_release.sql: recorded", applied.Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, (await On(database, "verify")).ExitCode);
        var diff = await On(database, "diff");
        Assert.Equal((ExitCode.Ok, ""), (diff.ExitCode, diff.Output));
        Assert.Contains($"The database is at version {Newest} of {Newest}.", (await On(database, "status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_a_database_of_ones_own_it_is_that_of_the_home_unless_a_host_holds_it()
    {
        Assert.Equal(ExitCode.Ok, (await ChimeraProcess.Run(home.Path, null, "db", "apply")).ExitCode);
        await using var held = await home.Start();

        var refusal = await ChimeraProcess.Run(home.Path, null, "db", "status");

        Assert.Equal((ExitCode.Refused, ""), (refusal.ExitCode, refusal.Output));
        Assert.Contains("Another Chimera", refusal.Errors, StringComparison.Ordinal);
        Assert.Equal(Newest, await PostgresHome.Ask(held, "select max(version) from chimera_control.migrations"));
    }

    [Fact]
    public async Task a_refusal_has_its_code()
    {
        await using var database = await OwnDatabase.Create(postgres);
        await On(database, "apply");
        await database.Run("update chimera_control.migrations set version = 77 where version = 2");

        var refusal = await On(database, "apply", "--json");

        Assert.Equal((ExitCode.Refused, "db.newer"), (refusal.ExitCode, refusal.Json.GetProperty("code").GetString()));
        Assert.Contains("code: db.newer", refusal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_scripts_are_written_as_files_or_printed()
    {
        var folder = home.File("scripts");

        Assert.Equal(ExitCode.Ok, (await Terminal.Run("db", "script", "--to", folder)).ExitCode);
        var printed = await Terminal.Run("db", "script", "--from", $"{Newest}", "--json");

        Assert.Equal(MigrationScript.All.Select(script => script.FileName), Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        var only = Assert.Single(printed.Json.GetProperty("scripts").EnumerateArray());
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, MigrationScript.All[^1].FileName), OwnDatabase.Stop), only.GetProperty("sql").GetString());
        Assert.Equal(ExitCode.Usage, (await Terminal.Run("db", "script", "--from", $"{Newest + 1}")).ExitCode);
    }

    private Task<Terminal> On(OwnDatabase database, params string[] arguments) => ChimeraProcess.Run(home.Path, database.Connection, ["db", .. arguments]);
}
