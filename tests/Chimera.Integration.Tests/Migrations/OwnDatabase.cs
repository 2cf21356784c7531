using Npgsql;

namespace Chimera.Integration.Tests.Migrations;

/// <summary>A database of one test's own.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    /// <summary>The tables whose rows nobody may lose.</summary>
    private static readonly string[] Kept =
    [
        "chimera_events.mt_streams", "chimera_events.mt_events", "chimera.agents", "chimera.campaigns", "chimera.tasks", "chimera.results", "chimera.transactions",
        "chimera.hitl_queue", "chimera.audit_log", "chimera_sandbox.posts"
    ];

    private OwnDatabase(string connection) => (Connection, Source) = (connection, NpgsqlDataSource.Create(connection));

    public string Connection { get; }
    public NpgsqlDataSource Source { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<OwnDatabase> Create(PostgresFixture postgres)
    {
        var name = $"own_{Guid.NewGuid():N}";
        await using (var server = NpgsqlDataSource.Create(postgres.ConnectionString))
        await using (var create = server.CreateCommand($"create database {name}")) await create.ExecuteNonQueryAsync(Stop);
        return new(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = name }.ConnectionString);
    }

    /// <summary>As the first release left it: a campaign that is done, and one whose post waits for a human.</summary>
    public static async Task<OwnDatabase> OfFirstRelease(PostgresFixture postgres)
    {
        var database = await Create(postgres);
        await database.Run(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Chimera.Integration.Tests/Migrations/first-release.sql"), Stop));
        return database;
    }

    public async Task Run(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Stop))!;
    }

    public Task<string[]> Lines(string sql) => Ask<string[]>($"select coalesce(array_agg(line order by line), array[]::text[]) from ({sql}) as lines (line)");

    /// <summary>Every row of the tables that are kept, as text.</summary>
    public Task<string[]> Rows() => Lines(string.Join(" union all ", Kept.Select(table => $"select '{table} ' || to_jsonb(one)::text from {table} one")));

    /// <summary>Lays a copy of those rows aside.</summary>
    public Task Keep() => Run("create schema kept;" + string.Concat(Kept.Select(table => $"create table {CopyOf(table)} as table {table};")));

    /// <summary>The rows of the copy that have no row any more with all of their values. A newer version of a table may have more columns.</summary>
    public Task<string[]> LostOrChanged() => Lines(string.Join(" union all ", Kept.Select(table =>
        $"select '{table} ' || to_jsonb(was)::text from {CopyOf(table)} was where not exists (select from {table} one where to_jsonb(one) @> to_jsonb(was))")));

    private static string CopyOf(string table) => "kept." + table.Split('.')[1];

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
