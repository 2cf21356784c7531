using Chimera.Integrations.Mcp.OAuth;

namespace Chimera.Integration.Tests.Mcp.OAuth;

public sealed class ClientGrantTests(GuardedStage stage) : IClassFixture<GuardedStage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_question_that_was_given_up_is_asked_again()
    {
        using var web = new HttpClient(new SilentOnce());
        Environment.SetEnvironmentVariable("TESTS_GRANT_SECRET", StrictAuthority.ClientSecret);
        var grant = new ClientGrant(new(stage.Server.Endpoint), new(OAuthGrant.ClientCredentials, "machine", "TESTS_GRANT_SECRET"), web, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => grant.Token(null, Stop));
        Assert.StartsWith("secret-", await grant.Token(null, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task those_who_need_a_token_at_the_same_time_get_the_same()
    {
        using var web = new HttpClient();
        Environment.SetEnvironmentVariable("TESTS_GRANT_SECRET", StrictAuthority.ClientSecret);
        var grant = new ClientGrant(new(stage.Server.Endpoint), new(OAuthGrant.ClientCredentials, "machine", "TESTS_GRANT_SECRET"), web, TimeProvider.System);
        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => grant.Token(null, Stop)));
        Assert.Single(tokens.Distinct());
        Assert.NotEqual(tokens[0], await grant.Token(tokens[0], Stop)); // unless the server takes it no more
    }

    /// <summary>Gives up the first request, as after a time without an answer.</summary>
    private sealed class SilentOnce() : DelegatingHandler(new SocketsHttpHandler())
    {
        private bool spoke;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (spoke) return base.SendAsync(request, cancellationToken);
            spoke = true;
            throw new TaskCanceledException("It took too long.");
        }
    }
}
