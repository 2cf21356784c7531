using Chimera.McpServers.Hosting;

namespace Chimera.McpServers.News;

/// <summary>An entry of <c>NEWS_FEEDS</c>.</summary>
/// <param name="Category">Of everything that the feed tells, such as technology or politics.</param>
internal sealed record FeedSource(string Url, string Category)
{
    /// <summary>Where it is, for logs and errors: what follows the path, or stands before the host, may be a secret.</summary>
    public string Place => new Uri(Url).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private bool IsRight => Category.Length > 0 && Uri.TryCreate(Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    public override string ToString() => $"{Category} of {Place}";

    public static IReadOnlyList<FeedSource> All(Variables variables)
    {
        var sources = variables.List<FeedSource>("NEWS_FEEDS");
        for (var i = 0; i < sources.Count; i++)
            if (!sources[i].IsRight) throw new StartException($"setting.feed: NEWS_FEEDS/{i} needs an address that begins with http:// or https://, and a category.");
        return sources;
    }
}
