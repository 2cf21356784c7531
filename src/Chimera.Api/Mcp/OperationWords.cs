namespace Chimera.Api.Mcp;

/// <summary>How a tool is described to those who may call it.</summary>
internal sealed record OperationWords(string Name, string Title, string Description)
{
    public bool ReadOnly { get; init; }

    /// <summary>Called again with the same arguments it changes nothing more, also without a key.</summary>
    public bool Idempotent { get; init; }

    /// <summary>What follows may go out into the world, where nobody can take it back.</summary>
    public bool Publishes { get; init; }
}
