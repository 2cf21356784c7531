using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;

namespace Chimera.McpServers.Weaviate;

/// <summary>What is remembered: an agent's own memories, or what all of them know .</summary>
internal enum MemoryCollection { Memories, WorldKnowledge }

internal sealed record SemanticSearchInput(
    [Description("What is looked for."), Length(1, 2000)] string Query,
    MemoryCollection Collection,
    [Description("1 to 100."), Range(1, 100)] int Limit = 5,
    [Description("Properties that results must have, such as {\"memory_type\": \"episodic\"}.")] IReadOnlyDictionary<string, JsonElement>? Filters = null) : IToolInput
{
    public void Validate() => MemoryProperties.Require(Collection, Filters, ToolErrors.InvalidFilter, "/filters");
}

internal sealed record FoundMemory(
    string Id, string Content, [Description("0 to 1.")] double RelevanceScore, IReadOnlyDictionary<string, JsonElement> Metadata);

internal sealed record SemanticSearchOutput([Description("The most relevant first.")] IReadOnlyList<FoundMemory> Results);

internal sealed record StoreMemoryInput(
    [Description("What is to be remembered."), Length(1, 10_000)] string Content,
    MemoryCollection Collection = MemoryCollection.Memories,
    [Description("Its properties, such as {\"context_tags\": [\"launch\"]}.")] IReadOnlyDictionary<string, JsonElement>? Metadata = null) : IToolInput
{
    public void Validate() => MemoryProperties.Require(Collection, Metadata, ToolErrors.InvalidArguments, "/metadata");
}

internal sealed record StoreMemoryOutput(string Id, DateTimeOffset CreatedAt);

/// <summary>What agents remember. Memories are those of the calling agent, whatever the arguments say.</summary>
internal interface IMemoryStore
{
    Task<IReadOnlyList<FoundMemory>> Search(SemanticSearchInput search, Caller caller, CancellationToken cancellation);

    Task<StoreMemoryOutput> Store(StoreMemoryInput memory, Caller caller, CancellationToken cancellation);
}

/// <summary>Memories and world knowledge (specification 2.3).</summary>
internal static class WeaviateServer
{
    public const string Name = "mcp-server-weaviate";

    public static readonly ServerKind Kind = new(Name, "Weaviate", "Finds and stores what agents remember and know.", Make);

    private static ServerParts Make(Backstage stage)
    {
        var (store, gate) = stage.BackEnd<IMemoryStore>(() => new SandboxMemoryStore(stage.Sandbox), missing: "WEAVIATE_URL");
        const string errors = "Fails with VECTOR_STORE_UNAVAILABLE or PLATFORM_NOT_CONFIGURED";
        var search = new ToolWords(Name, "semantic_search", "Search memories", $"Finds what is remembered of a subject. {errors}, or INVALID_FILTER.")
        {
            ReadOnly = true, Breakdown = ToolErrors.VectorStoreUnavailable
        };
        var storing = new ToolWords(Name, "store_memory", "Store a memory", $"Remembers something. {errors}.")
        {
            KeepsAnswers = true, Breakdown = ToolErrors.VectorStoreUnavailable
        };
        return new(
            [
                new Tool<SemanticSearchInput, SemanticSearchOutput>(search, gate, stage.Log, async (input, caller, cancellation) =>
                    new(new(await store.Search(input, caller, cancellation)))),
                new Tool<StoreMemoryInput, StoreMemoryOutput>(storing, gate, stage.Log, async (input, caller, cancellation) =>
                    new(await store.Store(input, caller, cancellation)))
            ], []);
    }
}
