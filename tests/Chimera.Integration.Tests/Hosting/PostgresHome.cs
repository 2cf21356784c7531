using Chimera.Api.Hosting;
using Npgsql;

namespace Chimera.Integration.Tests.Hosting;

/// <summary>A home of its own for one test, and a word that its database should remember.</summary>
public sealed class PostgresHome : IDisposable
{
    public PostgresHome(string parent) => Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"chimera-{Guid.NewGuid():N}")).FullName;

    // Not CreateTempSubdirectory: its folders are closed to the user that the server runs as.
    public PostgresHome() : this(System.IO.Path.GetTempPath()) { }

    public string Path { get; }

    public string Data => File("postgres");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions? options = null) =>
        options is null ? EmbeddedPostgres.Start(Path, Stop) : EmbeddedPostgres.Start(Path, options, Stop);

    public async Task Remember(string word)
    {
        await using var postgres = await Start();
        await Ask(postgres, $"CREATE TABLE memory AS SELECT '{word}' AS word");
    }

    public static Task<object?> Recall(EmbeddedPostgres postgres) => Ask(postgres, "SELECT word FROM memory");

    public static async Task<object?> Ask(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop);
    }

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
