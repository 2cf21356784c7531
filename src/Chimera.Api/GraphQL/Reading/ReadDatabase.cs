using Chimera.Api.Hosting;
using Chimera.Projections;
using Npgsql;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>
/// The database as readers use it: a few connections that carry the statements of all requests, one behind the other. Thirty readers on as many
/// connections cost Postgres and this process twice the CPU (ADR 0013).
/// </summary>
internal sealed class ReadDatabase(HostSettings settings) : IAsyncDisposable
{
    private const int LongestSeconds = 15;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Shared(settings.ConnectionString));
    private uint tables;

    public NpgsqlBatch Batch() => source.CreateBatch();

    public NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    /// <summary>Prepared statements go on reading tables that were swapped away; so they are let go once others are live.</summary>
    public async ValueTask LookAgain(TableSet set)
    {
        await using var command = source.CreateCommand("select coalesce(to_regclass($1)::oid, 0)");
        command.Parameters.Add(new() { Value = $"{TableSet.LiveSchema}.{set.Tables[0].Name}" });
        var live = (uint)(await command.ExecuteScalarAsync())!;
        if (Interlocked.Exchange(ref tables, live) is var before && before != live && before != 0) source.Clear();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static string Shared(string connectionString) => new NpgsqlConnectionStringBuilder(EventStore.Tuned(connectionString))
    {
        Multiplexing = true, MaxPoolSize = Math.Max(4, Environment.ProcessorCount), ApplicationName = "chimera-readers",
        Options = $"{EventStore.Planning} -c statement_timeout={LongestSeconds}s"
    }.ConnectionString;
}
