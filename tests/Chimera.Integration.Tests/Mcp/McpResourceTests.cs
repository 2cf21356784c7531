using System.Text.Json;
using System.Threading.Channels;
using Chimera.Integration.Tests.Rest;
using Chimera.McpServers.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.Integration.Tests.Mcp;

public sealed class McpResourceTests(McpStage stage) : IClassFixture<McpStage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_campaign_and_the_inbox_are_read_as_resources()
    {
        var campaign = await stage.Ask("create_campaign", Given.CampaignBody(await stage.Agent($"Mara {Guid.NewGuid():N}")));
        Assert.True(JsonElement.DeepEquals(campaign, await stage.Resource($"chimera://campaigns/{campaign.GetProperty("campaign_id").GetGuid()}")));

        var id = await stage.Doubt();
        await Eventually.Is(() => stage.Resource("chimera://hitl"), inbox => Has(inbox, id), "the item to be in the inbox");
        await stage.Ask("decide_hitl_item", new { hitl_id = id, decision = "reject", reviewer = "eve" });
        await Eventually.Is(() => stage.Resource("chimera://hitl"), inbox => !Has(inbox, id), "the item to be gone from the inbox");
    }

    [Fact]
    public async Task whoever_subscribes_is_told_of_changes()
    {
        var (client, uri, told) = await Listen();
        await client.SubscribeToResourceAsync(new SubscribeRequestParams { Uri = uri }, Stop);
        Assert.Equal(uri, await told.ReadAsync(Stop)); // at once, for whatever has changed before
        await stage.Ask("launch_campaign", new { campaign_id = uri.Split('/')[^1] });
        Assert.Equal(uri, await told.ReadAsync(Stop));
    }

    [Fact]
    public async Task whoever_unsubscribes_is_told_no_more()
    {
        var (client, uri, told) = await Listen();
        await client.SubscribeToResourceAsync(new SubscribeRequestParams { Uri = uri }, Stop);
        await client.SubscribeToResourceAsync(new SubscribeRequestParams { Uri = "chimera://hitl" }, Stop);
        await client.UnsubscribeFromResourceAsync(new UnsubscribeRequestParams { Uri = uri }, Stop);
        Assert.Equal([uri, "chimera://hitl"], [await told.ReadAsync(Stop), await told.ReadAsync(Stop)]);
        await stage.Ask("launch_campaign", new { campaign_id = uri.Split('/')[^1] });
        await stage.Doubt();
        Assert.Equal("chimera://hitl", await told.ReadAsync(Stop));
    }

    [Fact]
    public async Task a_subscription_ends_with_its_session()
    {
        var subscriptions = stage.Part<Subscriptions>();
        var (client, uri, _) = await Listen();
        await client.SubscribeToResourceAsync(new SubscribeRequestParams { Uri = uri }, Stop);
        var before = subscriptions.Count;
        await client.DisposeAsync();
        await Eventually.Is(() => Task.FromResult(subscriptions.Count), count => count == before - 1, "the subscription to end");
    }

    /// <summary>A draft that the tables know, and what a client with a session is told from now on.</summary>
    private async Task<(McpClient Client, string Uri, ChannelReader<string> Told)> Listen()
    {
        var client = await stage.Connect(McpStage.WithSessions);
        var campaign = await stage.Ask("create_campaign", Given.CampaignBody(await stage.Agent($"Mara {Guid.NewGuid():N}")));
        await stage.CaughtUp();
        var told = Channel.CreateUnbounded<string>();
        client.RegisterNotificationHandler(NotificationMethods.ResourceUpdatedNotification, (notification, _) =>
        {
            told.Writer.TryWrite(notification.Params!["uri"]!.GetValue<string>());
            return default;
        });
        return (client, $"chimera://campaigns/{campaign.GetProperty("campaign_id").GetGuid()}", told.Reader);
    }

    [Theory]
    [InlineData("chimera://campaigns/spring")]
    [InlineData("chimera://campaigns/")]
    [InlineData("chimera://agents/0190a000-0000-7000-8000-000000000000")]
    [InlineData("chimera://campaigns/0190a000-0000-7000-8000-000000000000", "campaign.unknown")]
    public async Task what_is_no_resource_cannot_be_read(string uri, string? code = null)
    {
        var client = await stage.Client(McpStage.WithSessions);
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => client.ReadResourceAsync(uri, cancellationToken: Stop).AsTask());
        Assert.Equal(McpErrorCode.ResourceNotFound, refused.ErrorCode);
        Assert.Contains(code ?? uri, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_no_resource_cannot_be_subscribed_to()
    {
        var client = await stage.Client(McpStage.WithSessions);
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => client.SubscribeToResourceAsync("chimera://campaigns/spring", cancellationToken: Stop));
        Assert.Equal(McpErrorCode.ResourceNotFound, refused.ErrorCode);
    }

    private static bool Has(JsonElement inbox, Guid id) => inbox.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("hitl_id").GetGuid() == id);
}

public sealed class McpFarewellTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_host_that_stops_does_not_wait_for_those_who_listen()
    {
        var host = await chimera.StartOnSocket();
        var transport = new HttpClientTransport(new() { Endpoint = new(host.Settings.PublicUrl + "/mcp"), TransportMode = HttpTransportMode.StreamableHttp });
        await using var client = await McpClient.CreateAsync(transport, new() { ProtocolVersion = McpStage.WithSessions }, cancellationToken: TestContext.Current.CancellationToken);
        await client.SubscribeToResourceAsync(new SubscribeRequestParams { Uri = "chimera://hitl" }, TestContext.Current.CancellationToken);
        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
