using System.CommandLine;
using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Projections;
using Npgsql;

namespace Chimera.Api.Cli;

/// <summary><c>chimera db …</c>: the database's versions; works on the database itself, without a host.</summary>
internal static class DbVerbs
{
    private static readonly Option<string> To = new("--to") { Description = "Write each as a file into this folder, instead of printing them.", HelpName = "folder" };
    private static readonly Option<int?> From = new("--from") { Description = "Only this version and later ones.", HelpName = "version" };

    public static Verb All() => new Verb("db", "Writes, applies and verifies the database's scripts; on DATABASE_URL, or else in CHIMERA_HOME while no host runs.").With(
        On("status", "Shows the database's version and what is pending.", Status, "db status", "db status --json"),
        Script(),
        On("apply", "Applies the scripts that are pending.", Apply, "db apply"),
        On("verify", "Compares the database with what this program wants; returns 1 when they differ.", Verify, "db verify", "db verify --json"),
        On("diff", "Prints how this program's Marten and Wolverine would change the database: a draft of the next script.", Diff, "db diff > draft.sql"));

    private static Verb On(string name, string description, Func<Call, HostSettings, CancellationToken, Task<int>> action, params string[] examples) =>
        new Verb(name, description, examples).Does(async (call, cancellation) =>
        {
            await using var database = await HostDatabase.Open(OwnHost.FromEnvironment(), cancellation);
            return await action(call, database.Settings, cancellation);
        });

    private static async Task<int> Status(Call call, HostSettings settings, CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(settings.ConnectionString);
        var version = await new Migration(database).Version(cancellation);
        var tables = await TableSetState.Of(database, TableSet.LiveSchema, cancellation);
        call.Printer.Answer(ChimeraJson.Write(new
        {
            version = version.Number, newest = version.Scripts[^1].Version, pending = version.Pending.Select(script => script.FileName),
            problems = version.Faults.Select(fault => new { fault.Code, fault.Message }), table_set = tables
        }), string.Join(Environment.NewLine, Sentences(version, tables)));
        return ExitCode.Ok;
    }

    private static IEnumerable<string> Sentences(DatabaseVersion version, TableSetState? tables)
    {
        yield return $"The database is at version {version.Number} of {version.Scripts[^1].Version}.";
        foreach (var script in version.Pending) yield return $"{script.FileName}: pending{(version.IsBaseline(script) ? ", only to be recorded" : "")}";
        foreach (var fault in version.Faults) yield return $"{fault.Code}: {fault.Message}";
        if (tables is not null) yield return $"The tables are version {tables.Version}, {tables.State}, at event {tables.Sequence}.";
    }

    private static async Task<int> Apply(Call call, HostSettings settings, CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(settings.ConnectionString);
        var applied = await new Migration(database).Apply(cancellation);
        call.Printer.Answer(
            ChimeraJson.Write(new { applied = applied.Select(one => new { one.Script.Version, one.Script.Name, one.Baseline }) }),
            applied.Count == 0 ? "Nothing was pending." : string.Join(Environment.NewLine, applied.Select(one =>
                $"{one.Script.FileName}: {(one.Baseline ? "recorded, because the first release has made all of it" : "applied")}")));
        return ExitCode.Ok;
    }

    private static async Task<int> Verify(Call call, HostSettings settings, CancellationToken cancellation)
    {
        var problems = await Verification.Problems(settings, cancellation);
        call.Printer.Answer(ChimeraJson.Write(new { verified = problems.Count == 0, problems }),
            problems.Count == 0 ? "The database is what this program wants." : string.Join(Environment.NewLine, problems));
        return problems.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
    }

    private static async Task<int> Diff(Call call, HostSettings settings, CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(settings.ConnectionString);
        if ((await new Migration(database).Version(cancellation)).Pending.Any()) call.Printer.Note("Scripts are pending: what they do is in here too.");
        var sql = (await SchemaDrift.Of(settings, cancellation)).Sql;
        if (call.Printer.Json) call.Printer.Document(ChimeraJson.Write(new { sql }));
        else if (sql.Length > 0) call.Printer.Line(sql);
        return ExitCode.Ok;
    }

    private static Verb Script()
    {
        var verb = new Verb("script", "Writes the versioned scripts of the whole database; applied by other means, a host finds them recorded.",
            "db script --to scripts", "db script --from 2 > upgrade.sql").With(To, From);
        verb.Validators.Add(given =>
        {
            if (given.GetValue(From) is { } from && MigrationScript.All.All(script => script.Version != from))
                given.AddError($"--from is a version from 1 to {MigrationScript.All[^1].Version}.");
        });
        return verb.Does((call, _) => Task.FromResult(Write(call, [.. MigrationScript.All.Where(script => script.Version >= (call.Value(From) ?? 1))], call.Value(To))));
    }

    private static int Write(Call call, MigrationScript[] scripts, string? folder)
    {
        if (folder is not null) Directory.CreateDirectory(folder);
        foreach (var script in folder is null ? [] : scripts) File.WriteAllText(Path.Combine(folder!, script.FileName), script.ToFile());
        call.Printer.Answer(
            ChimeraJson.Write(new { scripts = scripts.Select(one => new { one.Version, one.Name, one.Sha256, sql = folder is null ? one.ToFile() : null }) }),
            string.Join(Environment.NewLine, scripts.Select(script => folder is null ? script.ToFile() : Path.Combine(folder, script.FileName))));
        return ExitCode.Ok;
    }
}
