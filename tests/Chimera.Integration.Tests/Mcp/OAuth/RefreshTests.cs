using Chimera.Handlers.Working;
using Chimera.Integrations.Mcp.OAuth;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>Tokens over their time, with a strict authorization server.</summary>
public sealed class RefreshTests : IClassFixture<GuardedStage>
{
    private readonly GuardedStage stage;

    public RefreshTests(GuardedStage stage)
    {
        this.stage = stage;
        stage.Server.Calm();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task two_processes_use_a_refresh_token_once()
    {
        await stage.Authorized();
        await using var one = stage.Connect();
        await using var other = stage.Connect();
        await Task.WhenAll(GuardedStage.Works(one), GuardedStage.Works(other));
        var before = stage.Server.Authority.Refreshes;

        stage.Server.Authority.ForgetAccess();
        stage.Server.Authority.Hold = () => Eventually.Is(Waiting, waiting => waiting == 1 || stage.Server.Authority.Refreshes - before == 2, "the other to want new tokens too");
        await Task.WhenAll(GuardedStage.Works(one), GuardedStage.Works(other));

        Assert.Equal(1, stage.Server.Authority.Refreshes - before);
    }

    [Fact]
    public async Task tokens_that_are_told_to_be_over_are_renewed_before_they_are_used()
    {
        stage.Server.Authority.Seconds = 0;
        await stage.Authorized();
        stage.Server.Calm();
        await using var connection = stage.Connect();
        var before = stage.Server.Authority.Refreshes;
        await GuardedStage.Works(connection);
        Assert.Equal(1, stage.Server.Authority.Refreshes - before);
    }

    [Fact]
    public async Task a_refresh_token_that_goes_on_is_kept()
    {
        await stage.Authorized();
        await using var connection = stage.Connect();
        stage.Server.Authority.GivesNewRefreshTokens = false;
        for (var time = 0; time < 3; time++)
        {
            stage.Server.Authority.ForgetAccess();
            await GuardedStage.Works(connection);
        }
    }

    [Fact]
    public async Task a_second_yes_takes_the_place_of_the_first_in_connections_that_live()
    {
        await stage.Authorized();
        await using var connection = stage.Connect();
        await GuardedStage.Works(connection);
        stage.Server.Authority.ForgetAccess();
        await GuardedStage.Works(connection); // it knows its client's id from here on

        await stage.Authorized();
        await GuardedStage.Works(connection);
        stage.Server.Authority.ForgetAccess();
        await Assert.ThrowsAsync<NoTokenNowException>(() => connection.Find("generate_image", Stop)); // which is tried again, and pauses nobody
        await GuardedStage.Works(connection);
    }

    [Fact]
    public async Task who_does_not_have_the_secret_has_no_tokens()
    {
        await stage.Authorized();
        await using var stranger = stage.Connect(secret: "another secret of the tests, 32 characters");
        Assert.Equal("AUTH_FAILED", (await Assert.ThrowsAsync<ToolException>(() => stranger.Open(Stop))).ErrorType);
        Assert.Equal("AUTH_FAILED", (await Assert.ThrowsAsync<ToolException>(() => stranger.Open(Stop))).ErrorType); // and it stays so while the server is left alone
    }

    private Task<long> Waiting() => stage.Ask<long>("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())");
}
