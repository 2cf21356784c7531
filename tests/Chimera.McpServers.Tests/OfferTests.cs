using System.Text.Json;
using ModelContextProtocol.Client;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests;

/// <summary>What each server says it has, over both transports.</summary>
public sealed class OfferTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    [Theory]
    [InlineData("mcp-server-twitter", "post_tweet", "upload_media", "find_post", "twitter://mentions", "twitter://mentions{?since_id}")]
    [InlineData("mcp-server-instagram", "post_instagram", "upload_media", "find_post")]
    [InlineData("mcp-server-tiktok", "post_tiktok", "upload_media", "find_post")]
    [InlineData("mcp-server-ideogram", "generate_image")]
    [InlineData("mcp-server-video", "generate_video")]
    [InlineData("mcp-server-weaviate", "semantic_search", "store_memory")]
    [InlineData("mcp-server-coinbase", "send_transaction")]
    [InlineData("mcp-server-news", "news://trending")]
    public async Task a_server_offers_its_tools_and_resources(string server, params string[] offer)
    {
        foreach (var client in new[] { await servers.Stdio(server), await servers.Http(server) })
        {
            Assert.Equal(server, client.ServerInfo!.Name);
            Assert.Equal(offer.Order(), (await Offer(client)).Order());
            await Assert.ThrowsAnyAsync<Exception>(() => Call(client, "sing", new { }));
        }
    }

    [Theory]
    [InlineData("mcp-server-ideogram", "generate_image", "style", "realistic anime artistic")]
    [InlineData("mcp-server-ideogram", "generate_image", "aspect_ratio", "1:1 16:9 9:16")]
    [InlineData("mcp-server-video", "generate_video", "type", "living_portrait text_to_video")]
    [InlineData("mcp-server-video", "generate_video", "resolution", "720p 1080p 4k")]
    [InlineData("mcp-server-weaviate", "semantic_search", "collection", "memories world_knowledge")]
    [InlineData("mcp-server-weaviate", "store_memory", "collection", "memories world_knowledge")]
    [InlineData("mcp-server-coinbase", "send_transaction", "token", "ETH BASE USDC")]
    public async Task a_schema_lists_the_words_of_an_argument(string server, string tool, string argument, string words)
    {
        var tools = await (await servers.Stdio(server)).ListToolsAsync(cancellationToken: Stop);
        var schema = tools.Single(one => one.Name == tool).JsonSchema.GetProperty("properties").GetProperty(argument);
        Assert.Equal(words.Split(' '), schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    [Theory]
    [InlineData("mcp-server-twitter", "post_tweet", """{}""")]
    [InlineData("mcp-server-twitter", "post_tweet", """{"text":""}""", "/text")]
    [InlineData("mcp-server-twitter", "post_tweet", """{"text":7}""", "/text")]
    [InlineData("mcp-server-twitter", "post_tweet", """{"text":"a","media_ids":["1","2","3","4","5"]}""", "/media_ids")]
    [InlineData("mcp-server-twitter", "upload_media", """{"media_url":"file:///etc/passwd"}""", "/media_url")]
    [InlineData("mcp-server-twitter", "find_post", """{"idempotency_key":""}""", "/idempotency_key")]
    [InlineData("mcp-server-instagram", "post_instagram", """{}""")]
    [InlineData("mcp-server-instagram", "post_instagram", """{"media_urls":["ftp://a.test/b.png"]}""", "/media_urls/0")]
    [InlineData("mcp-server-tiktok", "post_tiktok", """{"caption":"a","mood":"calm"}""", "/mood")]
    [InlineData("mcp-server-ideogram", "generate_image", """{"prompt":"a","aspect_ratio":"4:3"}""", "/aspect_ratio")]
    [InlineData("mcp-server-video", "generate_video", """{"type":"living_portrait","duration_seconds":5,"motion":"zoom in"}""", "/image_url")]
    [InlineData("mcp-server-video", "generate_video", """{"type":"text_to_video","duration_seconds":4,"prompt":"a"}""", "/duration_seconds")]
    [InlineData("mcp-server-video", "generate_video", """{"type":"living_portrait","duration_seconds":5,"motion":"out","image_url":"http://else.test/a.png"}""", "/image_url")]
    [InlineData("mcp-server-weaviate", "semantic_search", """{"query":"a","collection":"memories","limit":101}""", "/limit")]
    [InlineData("mcp-server-weaviate", "store_memory", """{"content":"a","metadata":{"memory_type":"vague"}}""", "/metadata/memory_type")]
    public async Task arguments_that_do_not_fit_are_refused_with_a_pointer(string server, string tool, string arguments, string pointer = "")
    {
        var error = Refused(await Call(await servers.Stdio(server), tool, JsonElement.Parse(arguments)));
        Assert.Equal(("INVALID_ARGUMENTS", false), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
        Assert.StartsWith(pointer, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("io.chimera/agent_id", "\"ada\"")]
    [InlineData("io.chimera/idempotency_key", "\"\"")]
    [InlineData("io.chimera/handle", "7")]
    [InlineData("io.chimera/palette", "[\"red\"]")]
    public async Task a_caller_that_is_not_understood_is_refused(string field, string value)
    {
        var meta = JsonElement.Parse($$"""{"{{field}}":{{value}}}""");
        var error = Refused(await Call(await servers.Stdio("mcp-server-twitter"), "post_tweet", new { text = "a" }, meta));
        Assert.Equal("INVALID_ARGUMENTS", error.GetProperty("code").GetString());
        Assert.StartsWith($"/_meta/{field.Replace("/", "~1", StringComparison.Ordinal)}: ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<string[]> Offer(McpClient client)
    {
        var capabilities = client.ServerCapabilities!;
        var tools = capabilities.Tools is null ? [] : await client.ListToolsAsync(cancellationToken: Stop);
        var (resources, templates) = capabilities.Resources is null ? ([], [])
            : (await client.ListResourcesAsync(cancellationToken: Stop), await client.ListResourceTemplatesAsync(cancellationToken: Stop));
        return [.. tools.Select(tool => tool.Name), .. resources.Select(one => one.Uri), .. templates.Select(one => one.UriTemplate)];
    }
}
