using Chimera.Integration.Tests.Hosting;

namespace Chimera.Integration.Tests.Journeys;

/// <summary>The promise of the README: <c>make demo</c> shows a campaign, a reply to a mention and a post born from a trend, through real tool servers.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly PostgresHome home = new();

    [Fact]
    public async Task a_demo_shows_a_reply_and_a_post_born_from_a_trend()
    {
        using var demo = new DemoProcess(home, Path.Combine(Repository.Root, "examples", "launch-campaign.json"), "--exit");
        var (exit, line) = await demo.End(TestContext.Current.CancellationToken);

        Assert.True(exit == 0, demo.Output);
        Assert.StartsWith("{\"campaign_id\":", line, StringComparison.Ordinal);
        Assert.Matches("@ilse_on_three replies: @a_neighbour .+", demo.Output);
        Assert.Matches(@"@\w+ posts on it: .*everybody wants balcony solar", demo.Output.ReplaceLineEndings(" "));
    }

    public void Dispose() => home.Dispose();
}
