using Chimera.Domain.Tasks;

namespace Chimera.Api.Rest;

/// <summary>A post on the sandbox network, as its page shows it.</summary>
public sealed record ShownPost(
    string PostId, Platform Platform, string? Handle, string? Text, IReadOnlyList<string> MediaUrls, string? ReplyTo, DateTimeOffset PostedAt);

/// <summary>What was posted on the sandbox network. Without one, its pages are not there.</summary>
public interface ISandboxFeed
{
    /// <summary>The newest posts, newest first.</summary>
    Task<IReadOnlyList<ShownPost>> Latest(int limit, CancellationToken cancellation);

    /// <summary>The post of this id, or null.</summary>
    Task<ShownPost?> FindPost(string postId, CancellationToken cancellation);
}
