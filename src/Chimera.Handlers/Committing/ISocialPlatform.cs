using Chimera.Domain.Agents;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;

namespace Chimera.Handlers.Committing;

/// <summary>A social network that posts are published on.</summary>
public interface ISocialPlatform
{
    bool Serves(Platform platform);

    /// <summary>Publishes once per idempotency key: the same key again returns the first post.</summary>
    /// <exception cref="ToolException">The platform refused; nothing was published.</exception>
    Task<PostContentOutput> Publish(string idempotencyKey, Agent agent, PreparedPost post, CancellationToken cancellation);

    /// <summary>The post published under this key, or null if there is none.</summary>
    Task<PostContentOutput?> Find(string idempotencyKey, CancellationToken cancellation);
}
