using Npgsql;

namespace Chimera.McpServers.Hosting;

/// <summary>A Postgres and the tables that a server needs in it. It starts without them: they are looked for, and made, when the first call needs them.</summary>
/// <param name="table">The last one that is made.</param>
/// <param name="scripts">The embedded scripts that make them, one after the other; they may be run again.</param>
internal sealed class Database(string connectionString, string table, params string[] scripts) : IAsyncDisposable
{
    // the lock of the host's migrations, so that host and servers can start together
    private const string Lock = "select pg_advisory_xact_lock(hashtext('chimera_control.migrations'))";

    private readonly NpgsqlDataSource _source = Build(connectionString);
    private readonly SemaphoreSlim _turn = new(1);
    private bool _ready;

    /// <summary>The database with its tables in it.</summary>
    public async ValueTask<NpgsqlDataSource> Ready(CancellationToken cancellation)
    {
        if (_ready) return _source;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (!_ready) await MakeTables(cancellation);
            _ready = true;
            return _source;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Somebody took the tables away; the next call looks again.</summary>
    public void Doubt() => _ready = false;

    private async Task MakeTables(CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        if (await HasTables(connection, cancellation)) return;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var sql in scripts.Select(Script).Prepend(Lock))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    private async Task<bool> HasTables(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = table } } };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static NpgsqlDataSource Build(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2, ApplicationName = "chimera-mcp" };
        // the slim builder knows fewer types, and starts in half the time
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _turn.Dispose();
    }
}
