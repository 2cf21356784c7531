using System.Collections.Concurrent;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL;

/// <summary>Documents that were parsed and found valid. Two generations: what was not asked for during a whole one is forgotten.</summary>
internal sealed class DocumentCache(int generation = 500)
{
    private ConcurrentDictionary<string, GraphQLDocument> young = new(), old = new();

    public GraphQLDocument? Find(string text)
    {
        if (young.TryGetValue(text, out var document)) return document;
        if (old.TryGetValue(text, out document)) Add(text, document);
        return document;
    }

    public void Add(string text, GraphQLDocument document)
    {
        if (young.Count >= generation) (old, young) = (young, new());
        young[text] = document;
    }
}
