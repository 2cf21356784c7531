using Chimera.Api.Cli;
using Chimera.Handlers.Working;
using Chimera.Integrations.Mcp;
using Chimera.Integrations.Mcp.OAuth;

namespace Chimera.Integration.Tests.Mcp.OAuth;

public sealed class GuardedServerTests(GuardedStage stage) : IClassFixture<GuardedStage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task without_an_operators_yes_the_task_fails_its_agent_is_paused_and_an_alert_says_what_to_do()
    {
        await stage.Run("delete from chimera_mcp.grants");
        stage.Server.ForgetAccess();
        var agent = await stage.Agent($"Mara {Guid.NewGuid():N}");
        var task = await stage.Until(await stage.Add("generate_image", new { prompt = "a walk", style = "landscape" }, agent), "failed");

        Assert.Equal("AUTH_FAILED", task["error_details"].GetProperty("error_type").GetString());
        await Eventually.Is(() => stage.Call("GET", $"agents/{agent}"), seen => seen["status"].GetString() == "paused", "the agent to be paused");
        var alerts = await Eventually.Is(() => stage.Call("GET", "alerts?status=open"), page => page.Text.Contains(agent.ToString(), StringComparison.Ordinal), "the operator to be alerted");
        Assert.Contains("chimera tools authorize mcp-server-ideogram", alerts.Text, StringComparison.Ordinal);
        Assert.False((await stage.Shown())["authorized"].GetBoolean());
    }

    [Fact]
    public async Task after_an_operators_yes_its_tools_are_called_and_no_token_lies_open()
    {
        var (code, said, _) = await stage.Authorize();
        Assert.Equal((ExitCode.Ok, "mcp-server-ideogram is authorized, for all hosts of this database."), (code, said.Trim()));
        Assert.Equal(("http", "authorization_code", true), ((await stage.Shown())["transport"].GetString(), (await stage.Shown())["auth"].GetString(), (await stage.Shown())["authorized"].GetBoolean()));

        await stage.Until(await stage.AddImage(), "completed");
        Assert.Equal(0, await stage.Ask<long>("select count(*) from chimera_mcp.grants where position('secret-'::bytea in sealed) > 0"));
        Assert.DoesNotContain("secret-", (await stage.Call("GET", "tool-servers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_yes_that_is_taken_back_fails_the_call_without_a_doubt_whether_it_acted()
    {
        await Authorized();
        await stage.Until(await stage.AddImage(), "completed");
        await stage.Run("delete from chimera_mcp.grants");
        stage.Server.ForgetAccess();
        var id = await stage.AddImage();
        Assert.Equal("AUTH_FAILED", (await stage.Until(id, "failed"))["error_details"].GetProperty("error_type").GetString());
        Assert.Equal("tool_call_requested tool_call_failed", await stage.Story(id));
    }

    [Fact]
    public async Task two_processes_use_a_refresh_token_once()
    {
        await Authorized();
        await using var one = stage.Connect();
        await using var other = stage.Connect();
        await Task.WhenAll(Works(one), Works(other));
        var before = stage.Server.Refreshes;

        stage.Server.ForgetAccess();
        await Task.WhenAll(Works(one), Works(other));

        Assert.Equal(1, stage.Server.Refreshes - before);
    }

    [Fact]
    public async Task tokens_that_are_told_to_be_over_are_renewed_before_they_are_used()
    {
        stage.Server.Seconds = 0;
        await Authorized();
        stage.Server.Seconds = 3600;
        await using var connection = stage.Connect();
        var before = stage.Server.Refreshes;
        await Works(connection);
        Assert.Equal(1, stage.Server.Refreshes - before);
    }

    [Fact]
    public async Task a_refresh_token_that_goes_on_is_kept()
    {
        await Authorized();
        await using var connection = stage.Connect();
        stage.Server.GivesNewRefreshTokens = false;
        for (var time = 0; time < 3; time++)
        {
            stage.Server.ForgetAccess();
            await Works(connection);
        }
        stage.Server.GivesNewRefreshTokens = true;
    }

    [Fact]
    public async Task an_authorization_server_that_is_away_is_no_refusal()
    {
        await Authorized();
        await using var connection = stage.Connect();
        await Works(connection);
        stage.Server.ForgetAccess();
        stage.Server.Outage = 503;
        var away = await Assert.ThrowsAnyAsync<Exception>(() => Works(connection));
        stage.Server.Outage = null;
        Assert.Null(NotAuthorizedException.In(away, "it"));
        await Works(connection);
    }

    [Fact]
    public async Task who_does_not_have_the_secret_has_no_tokens()
    {
        await Authorized();
        await using var stranger = stage.Connect(secret: "another secret of the tests, 32 characters");
        Assert.Equal("AUTH_FAILED", (await Assert.ThrowsAsync<ToolException>(() => stranger.Open(Stop))).ErrorType);
        Assert.Equal("AUTH_FAILED", (await Assert.ThrowsAsync<ToolException>(() => stranger.Open(Stop))).ErrorType); // and it stays so while the server is left alone
    }

    [Fact]
    public async Task a_no_is_told_with_its_reason()
    {
        stage.Server.SaysNo = true;
        var (code, _, complained) = await stage.Authorize();
        stage.Server.SaysNo = false;
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("access_denied", complained, StringComparison.Ordinal);
        Assert.Contains("code: authorization.refused", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_code_that_gives_no_tokens_ends_the_authorization()
    {
        var path = $"tool-servers/{ToolStage.Ideogram}/authorizations";
        var begun = (await stage.Call("POST", path, new { })).Expect(201);
        var state = System.Web.HttpUtility.ParseQueryString(new Uri(begun["url"].GetString()!).Query)["state"];
        (await stage.Call("POST", $"{path}/{begun.Id("authorization_id")}/complete", new { redirected = "http://127.0.0.1/callback" })).Refuses(422, "authorization.refused", "/redirected");
        (await stage.Call("POST", $"{path}/{begun.Id("authorization_id")}/complete", new { redirected = "nowhere" })).Refuses(422, "request.field", "/redirected");

        (await stage.Call("POST", $"{path}/{begun.Id("authorization_id")}/complete", new { redirected = $"http://127.0.0.1/callback?code=guessed&state={state}" })).Refuses(422, "authorization.failed");
        (await stage.Call("POST", $"{path}/{begun.Id("authorization_id")}/complete", new { redirected = $"http://127.0.0.1/callback?code=guessed&state={state}" })).Refuses(404, "authorization.unknown");
    }

    [Fact]
    public async Task a_state_that_somebody_made_up_gives_no_tokens()
    {
        var path = $"tool-servers/{ToolStage.Ideogram}/authorizations";
        var begun = (await stage.Call("POST", path, new { })).Expect(201);
        (await stage.Call("POST", $"{path}/{begun.Id("authorization_id")}/complete", new { redirected = "http://127.0.0.1/callback?code=c&state=made-up" })).Refuses(422, "authorization.failed");
    }

    [Fact]
    public async Task who_needs_no_yes_is_not_asked()
    {
        (await stage.Call("POST", "tool-servers/mcp-server-twitter/authorizations", new { })).Refuses(422, "authorization.no-operator");
        (await stage.Call("POST", "tool-servers/nobody/authorizations", new { })).Refuses(404, "tool-server.unknown");
        (await stage.Call("GET", "tool-servers/nobody")).Refuses(404, "tool-server.unknown");
        stage.Server.AsksForNothing = true;
        var open = await stage.Call("POST", $"tool-servers/{ToolStage.Ideogram}/authorizations", new { });
        stage.Server.AsksForNothing = false;
        open.Refuses(422, "authorization.not-asked");
    }

    [Fact]
    public async Task a_bearer_token_that_is_not_taken_needs_an_operator_too()
    {
        await using var connection = stage.Connect(new McpAuth(Bearer: "guessed"));
        Assert.Equal("AUTH_FAILED", (await Assert.ThrowsAsync<ToolException>(() => connection.Open(Stop))).ErrorType);
    }

    [Fact]
    public async Task a_client_with_credentials_of_its_own_gets_tokens_and_new_ones_without_an_operator()
    {
        await using var connection = stage.Connect(Machine(GuardedServer.ClientSecret));
        await Works(connection);
        stage.Server.ForgetAccess();
        await Works(connection);
    }

    [Fact]
    public async Task credentials_that_are_not_taken_need_an_operator()
    {
        await using var connection = stage.Connect(Machine("guessed"));
        var refused = await Assert.ThrowsAsync<ToolException>(() => connection.Open(Stop));
        Assert.Equal("AUTH_FAILED", refused.ErrorType);
        Assert.Contains("invalid_client", refused.Message, StringComparison.Ordinal);
    }

    private static McpAuth Machine(string secret)
    {
        Environment.SetEnvironmentVariable("TESTS_MACHINE_SECRET", secret);
        return new(OAuth: new(OAuthGrant.ClientCredentials, "machine", "TESTS_MACHINE_SECRET"));
    }

    private async Task Authorized() => Assert.Equal(ExitCode.Ok, (await stage.Authorize()).Code);

    private static async Task Works(McpConnection connection) => Assert.NotEmpty(await (await connection.Open(Stop)).Client.ListToolsAsync(cancellationToken: Stop));
}
