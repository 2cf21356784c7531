using System.Net;
using System.ServiceModel.Syndication;
using System.Text.RegularExpressions;
using System.Xml;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.News;

/// <summary>Reads a feed of RSS 2.0 or Atom 1.0. Its size is bounded by the client, and it has no document type, where entities could grow.</summary>
internal sealed partial class FeedReader(FeedSource feed, PlatformClient web)
{
    private const int MostItems = 100, LongestTitle = 300, LongestSummary = 1000, MarkUp = 20;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 8_000_000, MaxCharactersFromEntities = 1024, CloseInput = true
    };

    public FeedSource Feed => feed;

    /// <exception cref="FeedException">It cannot be read.</exception>
    public async Task<IReadOnlyList<FeedItem>> Read(CancellationToken cancellation)
    {
        var reply = await Fetch(cancellation);
        if (!reply.IsGood) throw new FeedException("feed.status", $"it answered {(int)reply.Status}.");
        if (reply.Body.Length == 0) throw new FeedException("feed.empty", "it is empty.");
        return [.. Parse(reply.Body).Items.Take(MostItems).Select(ItemOf).OfType<FeedItem>()];
    }

    private async Task<Reply> Fetch(CancellationToken cancellation)
    {
        try
        {
            return await web.Send(new(HttpMethod.Get, feed.Url), Effect.None, cancellation);
        }
        catch (ToolErrorException silent)
        {
            throw new FeedException("feed.no-answer", silent.Message);
        }
    }

    private static SyndicationFeed Parse(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Careful);
            return SyndicationFeed.Load(reader);
        }
        catch (XmlException wrong) when (wrong.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new FeedException("feed.doctype", "it declares a document type, as pages and entity bombs do.");
        }
        catch (Exception wrong) when (wrong is XmlException or FormatException or ArgumentException)
        {
            throw new FeedException("feed.not-a-feed", "it is no RSS 2.0 or Atom 1.0.");
        }
    }

    /// <summary>Null for an item without a title, an address of the web or a time.</summary>
    private FeedItem? ItemOf(SyndicationItem item)
    {
        var title = Plain(item.Title?.Text, LongestTitle);
        var url = item.Links.FirstOrDefault(link => link.RelationshipType is null or "alternate")?.GetAbsoluteUri();
        return title.Length > 0 && url is { Scheme: "http" or "https" } && TimeOf(item) is { } at
            ? new(feed, title, Plain(item.Summary?.Text, LongestSummary), url.ToString(), at) : null;
    }

    private static DateTimeOffset? TimeOf(SyndicationItem item)
    {
        try
        {
            var at = item.PublishDate > DateTimeOffset.MinValue ? item.PublishDate : item.LastUpdatedTime;
            return at > DateTimeOffset.MinValue ? at.ToUniversalTime() : null;
        }
        catch (XmlException)
        {
            return null; // a date that is none is found out only now
        }
    }

    private static string Plain(string? html, int longest)
    {
        // megabytes are not searched for what is cut off in the end
        var begin = html is { } all && all.Length > longest * MarkUp ? all[..(longest * MarkUp)] : html ?? "";
        var text = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(begin, " ")), " ").Trim();
        return text.Length <= longest ? text : text[..longest];
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
