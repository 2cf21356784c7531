using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.TikTok;

/// <summary>An entry of <c>TIKTOK_ACCOUNTS</c>.</summary>
/// <param name="RefreshToken">With the scope video.publish.</param>
internal sealed record TikTokAccount(string Handle, string RefreshToken) : IAccount
{
    public string Handle { get; } = Handle.TrimStart('@');

    public override string ToString() => $"@{Handle}";
}

/// <summary>The app at TikTok.</summary>
internal sealed record TikTokApp(string ClientKey, string ClientSecret)
{
    public override string ToString() => ClientKey;
}

/// <summary>The envelope of TikTok's API; a good answer has the error <c>ok</c>.</summary>
internal sealed record TikTokAnswer<TData>(TData? Data, TikTokError? Error);

internal sealed record TikTokError(string? Code, string? Message);

/// <summary>TikTok's Content Posting API on behalf of an account: with a fresh token when the one at hand is no longer taken.</summary>
internal sealed class TikTokApi(PlatformClient web, Grants grants, TikTokApp app, TimeProvider clock)
{
    public const string Platform = "TikTok";
    private const string TokenRefused = "access_token_invalid";

    public async Task<T> Ask<T>(TikTokAccount account, string path, JsonObject body, Effect effect, CancellationToken cancellation) where T : class
    {
        var token = await AccessToken(account, rejected: null, cancellation);
        var reply = await web.Send(Request(path, body, token), effect, cancellation);
        // whoever is not let in has changed nothing
        if (reply.Try<TikTokAnswer<T>>()?.Error?.Code == TokenRefused)
            reply = await web.Send(Request(path, body, await AccessToken(account, token, cancellation)), effect, cancellation);
        var error = reply.Try<TikTokAnswer<T>>()?.Error;
        if (!reply.IsGood || error is { Code: not (null or "ok") }) throw TikTokErrors.Of(reply, error, clock.GetUtcNow());
        return reply.Read<TikTokAnswer<T>>().Data ?? throw NoAnswer.Of(effect == Effect.Once, "TikTok answers nothing.");
    }

    /// <summary>A part of a file, to the address that TikTok gave for it; it takes no token.</summary>
    public async Task Put(Uri address, byte[] chunk, long first, long total, Effect effect, CancellationToken cancellation)
    {
        if (!web.IsSafe(address)) throw NoAnswer.Failed("TikTok names no address of the web for the file.");
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(chunk) };
        request.Content.Headers.ContentType = new("video/mp4");
        request.Content.Headers.ContentRange = new(first, first + chunk.Length - 1, total);
        var reply = await web.Send(request, effect, cancellation);
        if (!reply.IsGood) throw reply.Unexpected("a part of the file");
    }

    private Task<string> AccessToken(TikTokAccount account, string? rejected, CancellationToken cancellation) =>
        grants.AccessToken(account.RefreshToken, rejected,
            refreshToken => TokenAnswer.Ask(web, Platform, TokenRequest(refreshToken), refreshToken, clock), cancellation);

    private HttpRequestMessage TokenRequest(string refreshToken) => new(HttpMethod.Post, "v2/oauth/token/")
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_key"] = app.ClientKey, ["client_secret"] = app.ClientSecret, ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken
        })
    };

    private static HttpRequestMessage Request(string path, JsonObject body, string token) =>
        new(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { Authorization = new("Bearer", token) } };
}
