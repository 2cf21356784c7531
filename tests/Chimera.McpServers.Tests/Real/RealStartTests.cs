using System.Text.RegularExpressions;
using Chimera.Integration.Tests;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

public sealed partial class RealStartTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    private const string Accounts = """[{"handle":"ada","refresh_token":"secret-4711"}]""";

    [Theory]
    [InlineData("mcp-server-twitter", "DATABASE_URL, TWITTER_CLIENT_ID, TWITTER_ACCOUNTS")]
    [InlineData("mcp-server-instagram", "DATABASE_URL, INSTAGRAM_ACCOUNTS")]
    [InlineData("mcp-server-tiktok", "DATABASE_URL, TIKTOK_CLIENT_KEY, TIKTOK_CLIENT_SECRET, TIKTOK_ACCOUNTS")]
    [InlineData("mcp-server-ideogram", "IDEOGRAM_API_KEY")]
    [InlineData("mcp-server-news", "NEWS_FEEDS")]
    public async Task a_real_back_end_without_credentials_ends_at_once_and_says_what_it_misses(string server, string missing)
    {
        foreach (var transport in new[] { "--stdio", "--http" })
            await Refuses(server, transport, $"setting.required: {server} with CHIMERA_MCP_BACKEND=real needs {missing};", ("CHIMERA_MCP_BACKEND", "real"), ("DATABASE_URL", ""));
    }

    [Theory]
    [InlineData("mcp-server-twitter", "TWITTER_ACCOUNTS", "ada:secret-4711", "setting.list: TWITTER_ACCOUNTS is not JSON")]
    [InlineData("mcp-server-twitter", "TWITTER_ACCOUNTS", "[]", "setting.list: TWITTER_ACCOUNTS is empty")]
    [InlineData("mcp-server-twitter", "TWITTER_ACCOUNTS", """[{"handle":"ada","refresh_tokens":"secret-4711"}]""", "setting.list: TWITTER_ACCOUNTS/0")]
    [InlineData("mcp-server-twitter", "TWITTER_ACCOUNTS", """[{"handle":"ada","refresh_token":"secret-4711"},{"handle":"@Ada","refresh_token":"secret-4712"}]""", "setting.accounts: TWITTER_ACCOUNTS names ada twice")]
    [InlineData("mcp-server-twitter", "TWITTER_API_URL", "api.x.com", "setting.address: TWITTER_API_URL")]
    [InlineData("mcp-server-instagram", "INSTAGRAM_ACCOUNTS", """[{"handle":"ada","user_id":"1"}]""", "setting.list: INSTAGRAM_ACCOUNTS/0")]
    [InlineData("mcp-server-news", "NEWS_FEEDS", """[{"url":"http://a.test","category":"politics"},{"url":"ftp://a.test?key=secret-4711","category":"politics"}]""", "setting.feed: NEWS_FEEDS/1 ")]
    [InlineData("mcp-server-news", "CHIMERA_MCP_HTTP_TIMEOUT_SECONDS", "soon", "setting.seconds: CHIMERA_MCP_HTTP_TIMEOUT_SECONDS must be 1 to 600")]
    public async Task a_setting_of_a_real_back_end_that_is_wrong_is_explained_without_its_secrets(string server, string name, string value, string words)
    {
        var said = await Refuses(server, "--stdio", words, ("CHIMERA_MCP_BACKEND", "real"), ("TWITTER_CLIENT_ID", "id"), ("TWITTER_ACCOUNTS", Accounts),
            ("NEWS_FEEDS", """[{"url":"http://a.test","category":"politics"}]"""), (name, value));
        Assert.DoesNotContain("secret-47", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_server_without_a_real_back_end_says_so_when_it_is_called()
    {
        await using var client = await servers.Stdio("mcp-server-video", ("CHIMERA_MCP_BACKEND", "real"));
        Assert.Equal("PLATFORM_NOT_CONFIGURED", Code(await Call(client, "generate_video", new { type = "text_to_video", prompt = "Sails", duration_seconds = 5 })));
    }

    [Fact]
    public void settings_that_are_written_as_text_tell_no_secrets()
    {
        var settings = Hosting.Settings.FromEnvironment(name => name switch { "DATABASE_URL" => "postgres://ada:secret-4711@db/chimera", "CHIMERA_MCP_TOKEN" => "secret-4712", _ => null });
        Assert.DoesNotContain("secret-47", $"{settings} {new Accounts.TokenAnswer("secret-4713", "secret-4714", 60, null, null)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task help_and_documentation_name_the_same_variables()
    {
        var help = await servers.Start(["--help"]).StandardOutput.ReadToEndAsync(Stop);
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "mcp-servers.md"), Stop);
        Assert.Equal(Names(page), Names(help));
        Assert.True(Names(help).Length > 15);
    }

    private static string[] Names(string text) => [.. Name().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private async Task<string> Refuses(string server, string transport, string words, params (string, string)[] environment)
    {
        var process = servers.Start([server, transport], environment);
        var said = await process.StandardError.ReadToEndAsync(Stop);
        Assert.Contains(words, said, StringComparison.Ordinal);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(2, process.ExitCode);
        return said;
    }

    [GeneratedRegex(@"\b(TWITTER|INSTAGRAM|TIKTOK|IDEOGRAM|NEWS|CHIMERA_MCP|MEDIA_S3)_[A-Z_]+\b")]
    private static partial Regex Name();
}
