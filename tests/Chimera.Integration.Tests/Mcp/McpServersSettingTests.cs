using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Integrations.Mcp;
using Chimera.Integrations.Mcp.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Mcp;

public sealed class McpServersSettingTests
{
    private static readonly McpServerSettings[] Ours = [new("ours", Command: "dotnet"), new("other", Command: "dotnet")];

    [Theory]
    [InlineData("not json", null)]
    [InlineData("{}", "")]
    [InlineData("""[{"name":"a","url":"http://x","command":"y"}]""", "/0")]
    [InlineData("""[{"name":"a","url":"ftp://x"}]""", "/0/url")]
    [InlineData("""[{"name":"a","command":"y","auth":{"bearer":"z"}}]""", "/0/auth")]
    [InlineData("""[{"name":"a","command":"y","limits":{"timeout_seconds":0}}]""", "/0/limits")]
    [InlineData("""[{"name":"a","command":"y","colour":"red"}]""", "/0/colour")]
    [InlineData("""[{"name":"a","command":"y"},{"name":"a","command":"z"}]""", null)]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"bearer":"z","oauth":{}}}]""", "/0/auth")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"redirect_uri":"here"}}}]""", "/0/auth/oauth/redirect_uri")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"client_metadata":"http://x/client.json"}}}]""", "/0/auth/oauth/client_metadata")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"client_secret_env":"NOT_SET"}}}]""", "/0/auth/oauth/client_secret_env")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"private_key_file":"key.pem"}}}]""", "/0/auth/oauth/private_key_file")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"grant":"password"}}}]""", "/0/auth/oauth/grant")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"grant":"client_credentials"}}}]""", "/0/auth/oauth/client_id")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"grant":"client_credentials","client_id":"c"}}}]""", "/0/auth/oauth")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"grant":"jwt_bearer","client_id":"c"}}}]""", "/0/auth/oauth")]
    [InlineData("""[{"name":"a","url":"http://x","auth":{"oauth":{"grant":"jwt_bearer","client_id":"c","identity_provider":{"token_endpoint":"x","client_id":"i","id_token_file":"f"}}}}]""", "/0/auth/oauth/identity_provider/token_endpoint")]
    public void a_setting_that_makes_no_sense_is_refused_with_a_pointer(string json, string? pointer)
    {
        var refused = Assert.Throws<RuleViolationException>(() => McpServerSettings.Parse(json));
        Assert.Equal(("setting.mcp-servers", pointer), (refused.Code, refused.Pointer));
    }

    [Fact]
    public void a_stranger_without_a_way_to_reach_it_is_refused() =>
        Assert.Equal("setting.mcp-servers", Assert.Throws<RuleViolationException>(() => McpServerSettings.Merge(McpServerSettings.Parse("""[{"name":"stranger"}]"""), Ours)).Code);

    [Fact]
    public void ours_are_limited_replaced_taken_away_and_added_to()
    {
        var merged = McpServerSettings.Merge(McpServerSettings.Parse("""
            [{"name":"ours","limits":{"per_hour":5}},{"name":"other","disabled":true},{"name":"new","url":"http://127.0.0.1:1/mcp"}]
            """), Ours);
        Assert.Equal([("ours", "dotnet", 5), ("new", null, 0)], merged.Select(server => (server.Name, server.Command, server.Bounds.PerHour)));
    }

    [Theory]
    [InlineData("Media__Folder", "/media")]
    [InlineData("Media__PublicUrl", "http://127.0.0.1:8000")]
    [InlineData("Sandbox__PublicUrl", "http://127.0.0.1:8000")]
    public void what_the_environment_says_of_media_and_addresses_wins_over_the_hosts_own(string name, string own)
    {
        var settings = new HostSettings("/home", 8000, "http://127.0.0.1:8000", "/personas", "/media");
        string? Ideogram(string? value) => OwnServers.Of(settings, asked => asked == name ? value : null).Single(server => server.Name == "mcp-server-ideogram").Env![name];
        Assert.Equal(("https://cdn.example", own, own), (Ideogram("https://cdn.example"), Ideogram(""), Ideogram(null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("too short to be one")]
    public void tokens_are_not_kept_without_a_secret_to_seal_them_with(string? secret)
    {
        var guarded = McpServerSettings.Parse("""[{"name":"a","url":"http://x","auth":{"oauth":{}}}]""");
        Assert.Equal("setting.secret", Assert.Throws<RuleViolationException>(() => new ServiceCollection().AddMcpTools(guarded, secret)).Code);
    }

    [Fact]
    public void a_command_gets_no_secret_of_the_host_or_of_another_server()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddMcpTools(McpServerSettings.Parse("""
            [{"name":"a","url":"http://x","auth":{"bearer_env":"A_TOKEN"}},{"name":"b","command":"y","env":{"B":"1"}}]
            """), secret: null);
        var command = services.BuildServiceProvider().GetRequiredService<Integrations.Mcp.McpServers>().All.Single(server => server.Command is not null);
        Assert.Equal([("A_TOKEN", null), ("B", "1"), ("CHIMERA_SECRET", null)], McpTransport.EnvironmentOf(command).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void settings_that_are_written_as_text_tell_no_secrets()
    {
        var server = McpServerSettings.Parse("""[{"name":"a","url":"http://127.0.0.1:1/mcp","auth":{"bearer":"secret-4711"}}]""")[0];
        var host = new HostSettings("/home", 8000, "http://127.0.0.1:8000", "/personas", "/media", "Host=db;Password=secret-4712") { RabbitUrl = "amqp://ada:secret-4713@mq", Secret = new("secret-4714") };
        Environment.SetEnvironmentVariable("TESTS_SHOWN_SECRET", "secret-4715");
        var oauth = new McpOAuth(ClientSecretEnv: "TESTS_SHOWN_SECRET", IdentityProvider: new("https://x", "c", "f", "TESTS_SHOWN_SECRET"));
        Assert.DoesNotContain("secret-47", $"{server} {server.Auth} {host} {oauth}", StringComparison.Ordinal);
    }

    [Fact]
    public void the_environment_of_ours_is_added_to()
    {
        McpServerSettings[] ours = [new("ours", Command: "dotnet", Env: new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" })];
        var merged = McpServerSettings.Merge(McpServerSettings.Parse("""[{"name":"ours","env":{"B":"3","C":"4"}}]"""), ours);
        Assert.Equal([("A", "1"), ("B", "3"), ("C", "4")], Assert.Single(merged).Env!.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
    }
}
