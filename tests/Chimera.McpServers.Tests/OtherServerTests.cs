using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests;

public sealed class OtherServerTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    private const string Wallet = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    [Fact]
    public async Task an_agent_finds_its_own_memories_only()
    {
        var (ada, bob) = (Guid.NewGuid(), Guid.NewGuid());
        var client = await servers.Http("mcp-server-weaviate");
        var stored = Delivered(await Call(client, "store_memory", new { content = "The lighthouse keeper liked the sailing posts", metadata = new { memory_type = "episodic", context_tags = new[] { "sea", "spring" } } }, By(ada, "m1")));
        Delivered(await Call(client, "store_memory", new { content = "Coffee prices rose", collection = "world_knowledge", metadata = new { verified = true } }, By(ada, "m2")));

        var found = Delivered(await Call(client, "semantic_search", new { query = "who likes sailing", collection = "memories", filters = new { context_tags = new[] { "sea" } } }, By(ada, "s"))).GetProperty("results")[0];
        Assert.Equal((stored.GetProperty("id").GetString(), "episodic"), (found.GetProperty("id").GetString(), found.GetProperty("metadata").GetProperty("memory_type").GetString()));
        Assert.InRange(found.GetProperty("relevance_score").GetDouble(), 0.01, 1);
        Assert.Equal(0, Delivered(await Call(client, "semantic_search", new { query = "sailing", collection = "memories" }, By(bob, "s"))).GetProperty("results").GetArrayLength());
        Assert.Equal(1, Delivered(await Call(client, "semantic_search", new { query = "coffee", collection = "world_knowledge" }, By(bob, "s"))).GetProperty("results").GetArrayLength());
        Assert.Equal("INVALID_FILTER", Code(await Call(client, "semantic_search", new { query = "sailing", collection = "memories", filters = new { agent_id = ada } }, By(bob, "s"))));
    }

    [Fact]
    public async Task a_database_that_is_gone_is_an_unavailable_store()
    {
        var client = await servers.Stdio("mcp-server-weaviate", ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing"));
        var error = Refused(await Call(client, "semantic_search", new { query = "sailing", collection = "memories" }));
        Assert.Equal(("VECTOR_STORE_UNAVAILABLE", true), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
    }

    [Theory]
    [InlineData(Wallet, Wallet, "100", "ETH", "POLICY_DENIED")]
    [InlineData("0x1", Wallet, "100", "ETH", "INVALID_ARGUMENTS")]
    [InlineData(Wallet, "somebody", "100", "ETH", "INVALID_ARGUMENTS")]
    [InlineData(Wallet, Wallet, "0", "ETH", "INVALID_ARGUMENTS")]
    [InlineData(Wallet, Wallet, "1.5", "USDC", "INVALID_ARGUMENTS")]
    [InlineData(Wallet, Wallet, "100", "DOGE", "INVALID_ARGUMENTS")]
    public async Task nothing_is_signed(string from, string to, string amount, string token, string code) =>
        Assert.Equal(code, Code(await Call(await servers.Stdio("mcp-server-coinbase"), "send_transaction", new { from_wallet = from, to_address = to, amount, token })));

    [Fact]
    public async Task trends_have_the_shape_of_the_specification()
    {
        var payload = await SocialTests.Read(await servers.Http("mcp-server-news"), "news://trending");
        Assert.Equal(("news_trends", 300), (payload.GetProperty("resource_type").GetString(), payload.GetProperty("poll_interval_seconds").GetInt32()));
        Assert.All(payload.GetProperty("data_format").GetProperty("trending_topics").EnumerateArray(), topic =>
        {
            Assert.InRange(topic.GetProperty("relevance_score").GetDouble(), 0, 1);
            Assert.Contains(topic.GetProperty("sentiment").GetString(), new[] { "positive", "neutral", "negative" });
            Assert.True(topic.GetProperty("sources")[0].GetProperty("published_at").GetDateTimeOffset() < DateTimeOffset.UtcNow);
        });
    }
}
