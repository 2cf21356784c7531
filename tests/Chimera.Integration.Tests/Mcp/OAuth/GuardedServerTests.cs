using Chimera.Api.Cli;
using Chimera.Handlers.Working;
using Chimera.Integration.Tests.Rest;
using Chimera.Integrations.Mcp;
using Chimera.Integrations.Mcp.OAuth;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>What becomes of tasks whose tool server wants an operator's yes.</summary>
public sealed class GuardedServerTests : IClassFixture<GuardedStage>
{
    private readonly GuardedStage stage;

    public GuardedServerTests(GuardedStage stage)
    {
        this.stage = stage;
        stage.Server.Calm();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task without_an_operators_yes_the_task_fails_its_agent_is_paused_and_an_alert_says_what_to_do()
    {
        await stage.TakeBack();
        var agent = await stage.Agent($"Mara {Guid.NewGuid():N}");
        var task = await stage.Until(await stage.Add("generate_image", new { prompt = "a walk", style = "landscape" }, agent), "failed");

        Assert.Equal("AUTH_FAILED", ErrorOf(task));
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
        await stage.Authorized();
        await stage.Until(await stage.AddImage(), "completed");
        stage.Server.Authority.ForgetAll();
        var id = await stage.AddImage();
        Assert.Equal("AUTH_FAILED", ErrorOf(await stage.Until(id, "failed")));
        Assert.Matches("^(tool_call_requested tool_call_failed(; )?)+$", await stage.Story(id)); // once more where the connection knew a client of before
        Assert.False((await stage.Shown())["authorized"].GetBoolean());
    }

    [Fact]
    public async Task an_authorization_server_that_is_away_is_no_refusal_and_leaves_no_doubt_either()
    {
        await stage.Authorized();
        await stage.Until(await stage.AddImage(), "completed");
        stage.Server.Authority.Outage = 503;
        stage.Server.Authority.ForgetAccess();
        var id = await InOneAttempt("a walk");
        Assert.Equal("WORKER_ERROR", ErrorOf(await stage.Until(id, "failed")));
        Assert.Equal("tool_call_requested tool_call_failed", await stage.Story(id));
        Assert.True((await stage.Shown())["authorized"].GetBoolean());

        stage.Server.Calm();
        await stage.Until(await stage.AddImage(), "completed");
    }

    [Fact]
    public async Task a_call_that_the_server_has_taken_is_not_said_to_have_done_nothing()
    {
        await stage.Authorized();
        var id = await InOneAttempt(GuardedTools.Vanishing);
        await stage.Until(id, "failed");
        Assert.Equal("tool_call_requested tool_call_outcome_unknown", await stage.Story(id));
    }

    [Fact]
    public async Task nobody_is_registered_anywhere_without_a_yes()
    {
        await stage.TakeBack();
        var before = stage.Server.Authority.Registrations;
        await using var connection = stage.Connect();
        Assert.Equal("AUTH_FAILED", (await Assert.ThrowsAsync<ToolException>(() => connection.Open(Stop))).ErrorType);
        Assert.Equal(before, stage.Server.Authority.Registrations);
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
        await using var connection = stage.Connect(Machine(StrictAuthority.ClientSecret));
        await GuardedStage.Works(connection);
        stage.Server.Authority.ForgetAccess();
        await GuardedStage.Works(connection);
    }

    [Fact]
    public async Task credentials_that_are_not_taken_need_an_operator()
    {
        await using var connection = stage.Connect(Machine("guessed"));
        var refused = await Assert.ThrowsAsync<ToolException>(() => connection.Open(Stop));
        Assert.Equal("AUTH_FAILED", refused.ErrorType);
        Assert.Contains("invalid_client", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task credentials_are_shown_to_no_other_authorization_server_than_the_settings_want()
    {
        await using var connection = stage.Connect(Machine(StrictAuthority.ClientSecret, issuer: "https://login.example.com"));
        var refused = await Assert.ThrowsAsync<ToolException>(() => connection.Open(Stop));
        Assert.Contains("not https://login.example.com", refused.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(503), InlineData(429), InlineData(200)]
    public async Task an_authorization_server_that_gives_no_answer_is_no_refusal_for_a_machine(int status)
    {
        stage.Server.Authority.Outage = status;
        await using var connection = stage.Connect(Machine(StrictAuthority.ClientSecret));
        await Assert.ThrowsAsync<McpUnavailableException>(() => connection.Open(Stop));
    }

    private async Task<Guid> InOneAttempt(string prompt)
    {
        var body = Given.TaskBody(await stage.Agent($"Mara {Guid.NewGuid():N}"), ("type", "generate_image"), ("input_data", new { prompt }), ("max_retries", 0));
        return (await stage.Call("POST", "tasks", body)).Expect(201).Id("task_id");
    }

    private static McpAuth Machine(string secret, string? issuer = null)
    {
        Environment.SetEnvironmentVariable("TESTS_MACHINE_SECRET", secret);
        return new(OAuth: new(OAuthGrant.ClientCredentials, "machine", "TESTS_MACHINE_SECRET", Issuer: issuer));
    }

    private static string? ErrorOf(Answer task) => task["error_details"].GetProperty("error_type").GetString();
}
