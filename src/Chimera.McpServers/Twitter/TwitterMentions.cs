using System.Globalization;
using System.Net;
using Chimera.Domain;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Twitter;

/// <summary>
/// The mentions of all accounts, each once. X's ids rise over all of them, so one cursor serves: accounts are read one after another, and what came after the
/// first was read is left for the next reading, for the cursor would pass over what came to that one meanwhile.
/// </summary>
internal sealed class TwitterMentions(TwitterApi api, AccountBook<TwitterAccount> accounts, ILogger log, TimeProvider clock) : IMentions
{
    // X's clock need not agree with ours, and X may list a mention a little later than the next one
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(10);

    // X shows the newest 800
    private const int MostPages = 8;

    private const string Fields =
        "max_results=100&expansions=author_id&tweet.fields=created_at,public_metrics,author_id&user.fields=username,name,verified,public_metrics";

    public async Task<IReadOnlyList<Mention>> Since(string? mentionId, CancellationToken cancellation)
    {
        Rule.Require(mentionId is null || IdOf(mentionId) is not null, ToolErrors.InvalidArguments, "since_id is the id of a mention: digits.", "/since_id");
        var (all, latest) = (new List<Mention>(), clock.GetUtcNow() - Leeway);
        foreach (var account in accounts.All) all.AddRange(await Of(account, mentionId, cancellation));
        return [.. all.Where(mention => mention.CreatedAt <= latest).DistinctBy(mention => mention.MentionId).OrderBy(mention => IdOf(mention.MentionId))];
    }

    /// <summary>
    /// An account that is locked out does not hide the mentions of the others: the cursor goes on with theirs, and passes over what the account was told meanwhile.
    /// Anything else is tried again as a whole, so none is passed over.
    /// </summary>
    private async Task<IReadOnlyList<Mention>> Of(TwitterAccount account, string? since, CancellationToken cancellation)
    {
        try
        {
            return await Pages(account, since, cancellation);
        }
        catch (ToolErrorException lockedOut) when (lockedOut.Error.Code == ToolErrors.AuthFailed && accounts.All.Count > 1)
        {
            log.LogError("The mentions of @{Handle} cannot be read: {Reason}", account.Handle, lockedOut.Message);
            return [];
        }
    }

    private async Task<IReadOnlyList<Mention>> Pages(TwitterAccount account, string? since, CancellationToken cancellation)
    {
        var user = await api.UserOf(account, cancellation);
        var mentions = new List<Mention>();
        string? next = null;
        for (var page = 0; page == 0 || (since is not null && next is not null && page < MostPages); page++)
        {
            var (after, from) = (since is null ? "" : $"&since_id={since}", next is null ? "" : $"&pagination_token={Uri.EscapeDataString(next)}");
            var address = $"2/users/{user.Id}/mentions?{Fields}{after}{from}";
            var answer = await api.Ask<XAnswer<XPost[]>>(account, () => new(HttpMethod.Get, address), Effect.None, cancellation);
            var authors = answer.Includes?.Users?.DistinctBy(author => author.Id).ToDictionary(author => author.Id) ?? [];
            mentions.AddRange((answer.Data ?? []).Where(post => IdOf(post.Id) is not null).Select(post => Of(post, authors.GetValueOrDefault(post.AuthorId ?? ""))));
            next = answer.Meta?.NextToken;
        }
        return mentions;
    }

    /// <summary>Of an author who has gone meanwhile only the id is known.</summary>
    private static Mention Of(XPost post, XUser? author) => new(
        post.Id, new(author?.Username ?? post.AuthorId ?? "", author?.Name ?? "", author?.Verified ?? false, author?.PublicMetrics?.FollowersCount ?? 0),
        WebUtility.HtmlDecode(post.Text), post.CreatedAt ?? DateTimeOffset.UnixEpoch,
        new(post.PublicMetrics?.LikeCount ?? 0, post.PublicMetrics?.RetweetCount ?? 0, post.PublicMetrics?.ReplyCount ?? 0));

    private static ulong? IdOf(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
