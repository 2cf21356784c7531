using System.Text.Json;
using Chimera.Domain;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Sandbox;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.McpServers.Weaviate;

/// <summary>Postgres' full text search in the place of vectors: it finds the same words in any form, and no others.</summary>
internal sealed class SandboxMemoryStore(Database sandbox) : IMemoryStore
{
    private static readonly Guid Scope = new("c0c7c1a2-51a4-5d52-9c1e-7d1b0a6a1d03");

    // relevance is the share of the query's words that are found; how dense they stand decides between equals
    private const string Find = """
        with asked as (select words, to_tsquery('simple', array_to_string(array(select quote_literal(word) from unnest(words) word), ' | ')) as any_of
            from (select tsvector_to_array(to_tsvector('english', $1)) as words) split where cardinality(words) > 0)
        select id, content, metadata::text, created_at,
            (select count(*) from unnest(asked.words) word where memories.words @@ quote_literal(word)::tsquery)::float8 / cardinality(asked.words) as share
        from asked, chimera_sandbox.memories
        where collection = $2 and agent_id is not distinct from $3 and metadata @> $4::jsonb and memories.words @@ any_of
        order by share desc, ts_rank(memories.words, any_of) desc, created_at desc limit $5
        """;

    private const string Insert = """
        insert into chimera_sandbox.memories (id, collection, agent_id, content, metadata) values ($1, $2, $3, $4, $5::jsonb)
        on conflict (id) do update set id = excluded.id returning created_at
        """;

    public async Task<IReadOnlyList<FoundMemory>> Search(SemanticSearchInput search, Caller caller, CancellationToken cancellation)
    {
        await using var query = (await sandbox.Ready(cancellation)).CreateCommand(Find);
        query.Parameters.AddRange(new[]
        {
            Text(search.Query), Text(ChimeraJson.NameOf(search.Collection)), Owner(search.Collection, caller), Json(search.Filters), new() { Value = search.Limit }
        });
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var found = new List<FoundMemory>();
        while (await rows.ReadAsync(cancellation)) found.Add(Read(rows, search.Collection));
        return found;
    }

    public async Task<StoreMemoryOutput> Store(StoreMemoryInput memory, Caller caller, CancellationToken cancellation)
    {
        // an id that follows from agent and key: two calls of one key at the same time store one memory
        var id = DerivedId.Of(Scope, $"{caller.AgentId}/{caller.KeyOrNew()}");
        await using var insert = (await sandbox.Ready(cancellation)).CreateCommand(Insert);
        insert.Parameters.AddRange(new[]
        {
            new NpgsqlParameter { Value = id }, Text(ChimeraJson.NameOf(memory.Collection)), Owner(memory.Collection, caller), Text(memory.Content), Json(memory.Metadata)
        });
        await using var row = await insert.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(id.ToString(), row.GetFieldValue<DateTimeOffset>(0));
    }

    private static FoundMemory Read(NpgsqlDataReader row, MemoryCollection collection)
    {
        var metadata = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.GetString(2))!;
        metadata[collection == MemoryCollection.Memories ? "created_at" : "last_updated"] = ChimeraJson.Write(row.GetFieldValue<DateTimeOffset>(3));
        return new(row.GetGuid(0).ToString(), row.GetString(1), Math.Round(row.GetDouble(4), 4), metadata);
    }

    private static NpgsqlParameter Owner(MemoryCollection collection, Caller caller) =>
        new() { Value = collection == MemoryCollection.Memories ? caller.AgentId : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter Json(IReadOnlyDictionary<string, JsonElement>? properties) =>
        Text(JsonSerializer.Serialize(properties ?? new Dictionary<string, JsonElement>()));

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };
}
