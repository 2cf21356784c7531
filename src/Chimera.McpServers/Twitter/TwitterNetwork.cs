using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Records;
using Chimera.McpServers.Social;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Twitter;

/// <summary>Posts on X. X knows no idempotency keys: a repeat is looked up in the account's timeline before anything is posted again.</summary>
internal sealed class TwitterNetwork(TwitterApi api, AccountBook<TwitterAccount> accounts, PostRecords records, TwitterMedia media) : ISocialNetwork
{
    private const string Fields = "created_at,entities,attachments,referenced_tweets";
    private const int MostPages = 5;

    // X's clock and that of the database need not agree to the second
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    public Task<Published> Publish(Draft draft, Caller caller, CancellationToken cancellation)
    {
        var account = accounts.For(caller);
        return records.Once(caller.KeyOrNew(), account.Handle, draft, async record =>
            (record.IsNew ? null : await FindInTimeline(account, record, cancellation)) ?? await Post(account, record.Draft, cancellation), cancellation);
    }

    public async Task<Published?> Find(string idempotencyKey, CancellationToken cancellation)
    {
        if (await records.Find(idempotencyKey, cancellation) is not { } record) return null;
        if (record.Post is { } known) return known;
        return await FindInTimeline(accounts.Named(record.Handle), record, cancellation) is { } found ? await records.Complete(record, found, cancellation) : null;
    }

    public Task<string> Upload(string mediaUrl, Caller caller, CancellationToken cancellation) => media.Upload(accounts.For(caller), mediaUrl, cancellation);

    private async Task<Published> Post(TwitterAccount account, Draft draft, CancellationToken cancellation)
    {
        var user = await api.UserOf(account, cancellation);
        var body = new JsonObject();
        if (!string.IsNullOrEmpty(draft.Text)) body["text"] = draft.Text;
        if (draft.ReplyTo is { } replied) body["reply"] = new JsonObject { ["in_reply_to_tweet_id"] = replied };
        if (draft.MediaIds.Count > 0) body["media"] = new JsonObject { ["media_ids"] = new JsonArray([.. draft.MediaIds.Select(id => JsonValue.Create(id))]) };
        HttpRequestMessage Request() => new(HttpMethod.Post, "2/tweets") { Content = JsonContent.Create(body) };
        var created = await api.Ask<XAnswer<XCreated>>(account, Request, Effect.Once, cancellation);
        return Of(created.Data?.Id ?? throw NoAnswer.Lost("X did not say which post it made."), user);
    }

    private async Task<Published?> FindInTimeline(TwitterAccount account, PostRecord record, CancellationToken cancellation)
    {
        var user = await api.UserOf(account, cancellation);
        var since = (record.BegunAt - Leeway).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var first = $"2/users/{user.Id}/tweets?max_results=100&start_time={Uri.EscapeDataString(since)}&tweet.fields={Fields}";
        var next = "";
        for (var page = 0; page < MostPages && next is not null; page++)
        {
            var address = first + next;
            var answer = await api.Ask<XAnswer<XPost[]>>(account, () => new(HttpMethod.Get, address), Effect.None, cancellation);
            if (answer.Data?.FirstOrDefault(post => PostMatch.IsOf(post, record.Draft)) is { } found) return Of(found.Id, user);
            next = answer.Meta?.NextToken is { } token ? $"&pagination_token={Uri.EscapeDataString(token)}" : null;
        }
        return null;
    }

    private static Published Of(string id, XUser user) => new(id, $"https://x.com/{user.Username}/status/{id}", TimeOf(id));

    /// <summary>An id of X holds the millisecond in which it was given.</summary>
    private static DateTimeOffset TimeOf(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? DateTimeOffset.FromUnixTimeMilliseconds((number >> 22) + 1_288_834_974_657)
        : throw NoAnswer.Lost("X named its post by what is no id.");
}
