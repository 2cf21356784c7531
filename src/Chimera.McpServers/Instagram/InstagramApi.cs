using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Instagram;

/// <summary>An entry of <c>INSTAGRAM_ACCOUNTS</c>.</summary>
/// <param name="UserId">The id of the professional account at Instagram.</param>
/// <param name="AccessToken">The first long-lived one, with the permissions to read, to publish and to answer comments.</param>
internal sealed record InstagramAccount(string Handle, string UserId, string AccessToken) : IAccount
{
    public string Handle { get; } = Handle.TrimStart('@');

    public override string ToString() => $"@{Handle}";
}

/// <summary>The Graph API of Instagram on behalf of an account. The token goes in a header, where no log of addresses sees it.</summary>
internal sealed class InstagramApi(PlatformClient web, InstagramTokens tokens, TimeProvider clock)
{
    public const string Platform = "Instagram";

    private readonly ConcurrentDictionary<string, bool> _confirmed = new();

    public async Task<T> Get<T>(InstagramAccount account, string path, CancellationToken cancellation) where T : class
    {
        await Confirm(account, cancellation);
        return await Ask<T>(account, new(HttpMethod.Get, path), Effect.None, cancellation);
    }

    public async Task<T> Post<T>(InstagramAccount account, string path, JsonObject body, Effect effect, CancellationToken cancellation) where T : class
    {
        await Confirm(account, cancellation);
        return await Ask<T>(account, new(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, effect, cancellation);
    }

    /// <summary>Once for each account: the token must be that of the user whom the settings name.</summary>
    private async Task Confirm(InstagramAccount account, CancellationToken cancellation)
    {
        if (_confirmed.ContainsKey(account.Handle)) return;
        var answer = await Ask<GraphMe>(account, new(HttpMethod.Get, "me?fields=user_id,username"), Effect.None, cancellation);
        var user = answer.Data is [var first, ..] ? first : answer;
        if (user.UserId != account.UserId || !account.Handle.Equals(user.Username, StringComparison.OrdinalIgnoreCase))
            throw new ToolErrorException(ToolErrors.AuthFailed,
                $"The token of @{account.Handle} ({account.UserId}) in INSTAGRAM_ACCOUNTS is one of @{user.Username} ({user.UserId}).");
        _confirmed[account.Handle] = true;
    }

    private async Task<T> Ask<T>(InstagramAccount account, HttpRequestMessage request, Effect effect, CancellationToken cancellation) where T : class
    {
        using (request)
        {
            request.Headers.Authorization = new("Bearer", await tokens.Of(account, cancellation));
            var reply = await web.Send(request, effect, cancellation);
            return reply.IsGood ? reply.Read<T>() : throw InstagramErrors.Of(reply, clock.GetUtcNow());
        }
    }
}

/// <summary>Whose token it is: told in a list of one, or by older versions without the list.</summary>
internal sealed record GraphMe(string? UserId, string? Username, IReadOnlyList<GraphMe>? Data);

internal sealed record GraphId(string? Id);

internal sealed record GraphList<T>(IReadOnlyList<T>? Data);

/// <param name="StatusCode">IN_PROGRESS, FINISHED, PUBLISHED, ERROR or EXPIRED.</param>
internal sealed record GraphContainer(string? StatusCode, string? Status);

/// <param name="Timestamp">Such as 2026-10-07T12:00:00+0000.</param>
internal sealed record GraphMedia(string Id, string? Caption, string? Permalink, string? Timestamp);

internal sealed record GraphComment(string Id, string? Text, string? Username, string? Timestamp);
