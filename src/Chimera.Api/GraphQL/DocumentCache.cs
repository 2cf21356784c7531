using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL;

/// <summary>Documents that were parsed and found valid. Two generations: what was not asked for during a whole one is forgotten.</summary>
internal sealed class DocumentCache(int generation = 500)
{
    private readonly ConditionalWeakTable<GraphQLDocument, KnownDocument> known = [];
    private ConcurrentDictionary<string, GraphQLDocument> young = new(), old = new();

    public GraphQLDocument? Find(string text)
    {
        if (young.TryGetValue(text, out var document)) return document;
        if (old.TryGetValue(text, out document)) Keep(text, document);
        return document;
    }

    public KnownDocument? Find(GraphQLDocument document) => known.TryGetValue(document, out var found) ? found : null;

    public void Add(string text, GraphQLDocument document, ISchema schema)
    {
        known.AddOrUpdate(document, new(document, schema));
        Keep(text, document);
    }

    private void Keep(string text, GraphQLDocument document)
    {
        if (young.Count >= generation) (old, young) = (young, new());
        young[text] = document;
    }
}
