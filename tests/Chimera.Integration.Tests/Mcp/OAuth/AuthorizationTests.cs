using Chimera.Api.Cli;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>The way to an operator's yes, and its wrong turns.</summary>
public sealed class AuthorizationTests : IClassFixture<GuardedStage>
{
    private const string Path = $"tool-servers/{ToolStage.Ideogram}/authorizations", Back = "http://127.0.0.1/callback";
    private readonly GuardedStage stage;

    public AuthorizationTests(GuardedStage stage)
    {
        this.stage = stage;
        stage.Server.Calm();
    }

    [Fact]
    public async Task a_no_is_told_with_its_reason()
    {
        stage.Server.Authority.SaysNo = true;
        var (code, _, complained) = await stage.Authorize();
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("access_denied", complained, StringComparison.Ordinal);
        Assert.Contains("code: authorization.refused", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_code_that_gives_no_tokens_ends_the_authorization()
    {
        var (id, state) = await Begin();
        await Refuses(id, Back, 422, "authorization.refused", "/redirected");
        await Refuses(id, "nowhere", 422, "request.field", "/redirected");
        await Refuses(id, $"{Back}?code=guessed&state={state}", 422, "authorization.failed");
        await Refuses(id, $"{Back}?code=guessed&state={state}", 404, "authorization.unknown");
    }

    [Fact]
    public async Task a_no_ends_the_authorization()
    {
        var (id, state) = await Begin();
        await Refuses(id, $"{Back}?error=access_denied&state={state}", 422, "authorization.refused");
        await Refuses(id, $"{Back}?error=access_denied&state={state}", 404, "authorization.unknown");
    }

    [Fact]
    public async Task a_state_that_somebody_made_up_gives_no_tokens() =>
        await Refuses((await Begin()).Id, $"{Back}?code=c&state=made-up", 422, "authorization.failed");

    [Fact]
    public async Task who_needs_no_yes_is_not_asked()
    {
        (await stage.Call("POST", "tool-servers/mcp-server-twitter/authorizations", new { })).Refuses(422, "authorization.no-operator");
        (await stage.Call("POST", "tool-servers/nobody/authorizations", new { })).Refuses(404, "tool-server.unknown");
        (await stage.Call("GET", "tool-servers/nobody")).Refuses(404, "tool-server.unknown");
        stage.Server.AsksForNothing = true;
        (await stage.Call("POST", Path, new { })).Refuses(422, "authorization.not-asked");
    }

    private async Task<(Guid Id, string? State)> Begin()
    {
        var begun = (await stage.Call("POST", Path, new { })).Expect(201);
        return (begun.Id("authorization_id"), System.Web.HttpUtility.ParseQueryString(new Uri(begun["url"].GetString()!).Query)["state"]);
    }

    private async Task Refuses(Guid id, string redirected, int status, string code, string? pointer = null) =>
        (await stage.Call("POST", $"{Path}/{id}/complete", new { redirected })).Refuses(status, code, pointer);
}
