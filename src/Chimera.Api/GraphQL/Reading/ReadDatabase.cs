using Chimera.Api.Hosting;
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

    public NpgsqlBatch Batch() => source.CreateBatch();

    public NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static string Shared(string connectionString) => new NpgsqlConnectionStringBuilder(EventStore.Tuned(connectionString))
    {
        Multiplexing = true, MaxPoolSize = Math.Max(4, Environment.ProcessorCount), ApplicationName = "chimera-readers",
        Options = $"{EventStore.Planning} -c statement_timeout={LongestSeconds}s"
    }.ConnectionString;
}
