using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Twitter;

/// <summary>X API v2 on behalf of an account: signs each request, and once more with a fresh token when X no longer takes the one it had.</summary>
internal sealed class TwitterApi(PlatformClient web, Grants grants, TwitterApp app, TimeProvider clock)
{
    public const string Platform = "X";

    private readonly ConcurrentDictionary<string, XUser> _users = new();

    public async Task<T> Ask<T>(TwitterAccount account, Func<HttpRequestMessage> request, Effect effect, CancellationToken cancellation) where T : class =>
        (await Send(account, request, effect, cancellation)).Read<T>();

    public async Task<Reply> Send(TwitterAccount account, Func<HttpRequestMessage> request, Effect effect, CancellationToken cancellation)
    {
        var token = await AccessToken(account, rejected: null, cancellation);
        var reply = await web.Send(Signed(request(), token), effect, cancellation);
        // whoever is not let in has changed nothing
        if (reply.Status == HttpStatusCode.Unauthorized)
            reply = await web.Send(Signed(request(), await AccessToken(account, token, cancellation)), effect, cancellation);
        return reply.IsGood ? reply : throw TwitterErrors.Of(reply, clock.GetUtcNow());
    }

    /// <summary>The user whose token it is, who must be the one that the settings say.</summary>
    public async Task<XUser> UserOf(TwitterAccount account, CancellationToken cancellation)
    {
        if (_users.TryGetValue(account.Handle, out var known)) return known;
        var user = (await Ask<XAnswer<XUser>>(account, () => new(HttpMethod.Get, "2/users/me"), Effect.None, cancellation)).Data
            ?? throw new ToolErrorException(ToolErrors.AuthFailed, $"X does not say whose token that of @{account.Handle} is.");
        if (!user.Username.Equals(account.Handle, StringComparison.OrdinalIgnoreCase))
            throw new ToolErrorException(ToolErrors.AuthFailed, $"The token of @{account.Handle} in TWITTER_ACCOUNTS is one of @{user.Username}.");
        return _users[account.Handle] = user;
    }

    private Task<string> AccessToken(TwitterAccount account, string? rejected, CancellationToken cancellation) =>
        grants.AccessToken(account.RefreshToken, rejected,
            refreshToken => TokenAnswer.Ask(web, Platform, TokenRequest(refreshToken), refreshToken, clock), cancellation);

    private HttpRequestMessage TokenRequest(string refreshToken)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken };
        if (app.ClientSecret is null) form["client_id"] = app.ClientId;
        var request = new HttpRequestMessage(HttpMethod.Post, "2/oauth2/token") { Content = new FormUrlEncodedContent(form) };
        if (app.ClientSecret is { } secret)
        {
            var shown = $"{Uri.EscapeDataString(app.ClientId)}:{Uri.EscapeDataString(secret)}";
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(shown)));
        }
        return request;
    }

    private static HttpRequestMessage Signed(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new("Bearer", token);
        return request;
    }
}
