using Chimera.Api.Hosting;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.Integrations.Sandbox;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Chimera.Integration.Tests.Offline;

public sealed class SandboxTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(postgres.ConnectionString);
    private readonly LaunchBrief _brief = LaunchBrief.Read();
    private readonly string _words = $"A post of {Guid.NewGuid()}";

    private SandboxNetwork Network() => new(_database, Options.Create(new SandboxOptions { PublicUrl = "http://chimera.test" }), TimeProvider.System);

    public async ValueTask InitializeAsync() => await new Migration(_database).Apply(OfflineStage.None);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task the_same_key_publishes_once_whoever_asks()
    {
        var key = Guid.NewGuid().ToString();
        var posts = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Network().Publish(key, _brief.Ilse, Post(), OfflineStage.None)));
        Assert.Single(posts.Select(post => post.PostId).Distinct());
        Assert.Equal(posts[0], await Network().Find(key, OfflineStage.None));
        Assert.Equal(_words, (await Network().FindPost(posts[0].PostId, OfflineStage.None))!.Text);
        Assert.Contains(await Network().Latest(50, OfflineStage.None), post => post.IdempotencyKey == key);
    }

    [Fact]
    public async Task the_same_words_under_another_key_are_refused()
    {
        var network = Network();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Try(network)));
        Assert.Equal(1, outcomes.Count(published => published));
        await network.Publish(Guid.NewGuid().ToString(), _brief.Theo, Post(), OfflineStage.None);
        await network.Publish(Guid.NewGuid().ToString(), _brief.Ilse, Post() with { Platform = Platform.Instagram }, OfflineStage.None);
        await network.Publish(Guid.NewGuid()
            .ToString(), _brief.Ilse, Post() with { MediaUrls = ["http://chimera.test/media/a.png"], MediaTypes = [MediaType.Image] }, OfflineStage.None);
        Assert.Null(await network.Find("no such key", OfflineStage.None));
    }

    private async Task<bool> Try(SandboxNetwork network)
    {
        try
        {
            await network.Publish(Guid.NewGuid().ToString(), _brief.Ilse, Post(), OfflineStage.None);
            return true;
        }
        catch (ToolException refused)
        {
            Assert.Equal("DUPLICATE_CONTENT", refused.ErrorType);
            return false;
        }
    }

    private PreparedPost Post() => new(Platform.Twitter, _words, [], []);
}
