using Chimera.McpServers.Hosting;

namespace Chimera.McpServers.News;

/// <summary>An entry of <c>NEWS_FEEDS</c>.</summary>
/// <param name="Category">Of everything that the feed tells, such as technology or politics.</param>
internal sealed record FeedSource(string Url, string Category)
{
    private bool IsRight => Category.Length > 0 && Uri.TryCreate(Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    public static IReadOnlyList<FeedSource> All(Variables variables)
    {
        var sources = variables.List<FeedSource>("NEWS_FEEDS");
        return sources.FirstOrDefault(one => !one.IsRight) is not { } wrong ? sources
            : throw new StartException($"setting.feed: {wrong.Url} in NEWS_FEEDS needs an address that begins with http:// or https://, and a category.");
    }
}
