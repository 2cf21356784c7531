using Chimera.Api.Hosting;
using Npgsql;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>
/// The database as readers use it: a few connections that carry the statements of all requests, one behind the other. Thirty readers on as many
/// connections cost Postgres and this process twice the CPU (ADR 0013). What reads many rows takes turns: of thirty such statements sent at once, some
/// wait long behind one whose backend waits for a core (ADR 0016).
/// </summary>
internal sealed class ReadDatabase(HostSettings settings) : IAsyncDisposable
{
    private const int LongestSeconds = 15;

    private static readonly int Connections = Math.Max(4, Environment.ProcessorCount);

    /// <summary>On each connection one statement is executed and one follows.</summary>
    private readonly SemaphoreSlim turns = new(2 * Connections);
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Shared(settings.ConnectionString));

    /// <summary>First come, first served; to be held from before a statement is sent until its rows are read.</summary>
    public async ValueTask<Turn> Turn(CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        return new(turns);
    }

    public NpgsqlBatch Batch() => source.CreateBatch();

    public NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        turns.Dispose();
    }

    private static string Shared(string connectionString) => new NpgsqlConnectionStringBuilder(EventStore.Tuned(connectionString))
    {
        Multiplexing = true, MaxPoolSize = Connections, ApplicationName = "chimera-readers",
        Options = $"{EventStore.Planning} -c statement_timeout={LongestSeconds}s"
    }.ConnectionString;
}

/// <summary>A reader's turn, which the next one gets when it ends.</summary>
internal readonly struct Turn(SemaphoreSlim? turns) : IDisposable
{
    /// <summary>For what reads so little that taking turns would cost more than it saves.</summary>
    public static Turn NotNeeded => default;

    public void Dispose() => turns?.Release();
}
