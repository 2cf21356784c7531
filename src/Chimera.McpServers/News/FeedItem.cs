namespace Chimera.McpServers.News;

/// <summary>One piece of news of a feed.</summary>
internal sealed record FeedItem(FeedSource Feed, string Title, string Summary, string Url, DateTimeOffset PublishedAt);

/// <summary>A feed that cannot be read, and by which rule.</summary>
internal sealed class FeedException(string code, string message) : Exception(message)
{
    public string Code => code;
}
