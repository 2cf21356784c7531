using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Handlers.Working;

/// <summary>What the world talks about (specification 2.4).</summary>
public interface ITrendSource
{
    /// <exception cref="ToolException">The resource cannot be read.</exception>
    Task<IReadOnlyList<TrendingTopic>> Read(string resourceUri, CancellationToken cancellation);
}
