using System.Text.Json;

namespace Chimera.McpServers.Tests.Real;

/// <summary>X's answers as docs.x.com shows them.</summary>
internal static class XStub
{
    public const string FirstRefreshToken = "first-refresh-token-4711", Tweets = "POST /2/tweets", Tokens = "POST /2/oauth2/token", Timeline = "GET /2/users/2244994945/tweets",
        Mentions = "GET /2/users/2244994945/mentions";

    public static (string, string)[] Settings(PlatformStub x, params (string, string)[] more) =>
    [
        ("CHIMERA_MCP_BACKEND", "real"), ("TWITTER_API_URL", x.Url), ("TWITTER_CLIENT_ID", "client-id"), ("TWITTER_CLIENT_SECRET", "client-secret-0815"),
        ("TWITTER_ACCOUNTS", $$"""[{"handle":"ada","refresh_token":"{{FirstRefreshToken}}-{{Guid.NewGuid():N}}"}]"""), .. more
    ];

    /// <summary>Lets the account in, whose tokens are numbered.</summary>
    public static PlatformStub LetsIn(this PlatformStub x, int expiresIn = 7200, string username = "Ada")
    {
        for (var i = 1; i <= 5; i++)
            x.On(Tokens, 200, $$"""{"token_type":"bearer","expires_in":{{expiresIn}},"access_token":"access-{{i}}","scope":"users.read tweet.write tweet.read offline.access","refresh_token":"refresh-{{i}}"}""");
        return x.On("GET /2/users/me", 200, JsonSerializer.Serialize(new { data = new { id = "2244994945", name = "A. B.", username } }));
    }

    public static PlatformStub Posts(this PlatformStub x, string id = "1445880548472328192") =>
        x.On(Tweets, 201, JsonSerializer.Serialize(new { data = new { id, text = "Hello world!" } }));

    public static PlatformStub Refuses(this PlatformStub x, int status, string title, string detail, params (string, string)[] headers) =>
        x.On(Tweets, status, Problem(status, title, detail), headers);

    public static PlatformStub Shows(this PlatformStub x, params object[] posts) =>
        x.On(Timeline, 200, JsonSerializer.Serialize(new { data = posts, meta = new { result_count = posts.Length } }));

    public static string Problem(int status, string title, string detail) => JsonSerializer.Serialize(new { title, type = "about:blank", status, detail });
}
