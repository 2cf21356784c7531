namespace Chimera.McpServers.Tests.Real;

/// <summary>Instagram's answers as Meta's documentation shows them.</summary>
internal static class InstagramStub
{
    public const string Renewal = "GET /refresh_access_token";

    public static PlatformStub LetsInstagramIn(this PlatformStub graph, string userId = "90010177253934", string username = "Ada") =>
        graph.On("GET /me", 200, $$"""{"data":[{"user_id":"{{userId}}","username":"{{username}}"}]}""")
            .On(Renewal, 400, """{"error":{"message":"Invalid OAuth access token","type":"OAuthException","code":190}}"""); // it is younger than a day

    public static PlatformStub Publishes(this PlatformStub graph) => graph.On("POST /90010177253934/media_publish", 200, """{"id":"17920238422030506"}""")
        .On("GET /17920238422030506", 200, """{"id":"17920238422030506","permalink":"https://www.instagram.com/p/abc/","timestamp":"2026-10-07T12:00:00+0000"}""");
}
