using Chimera.Domain.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Chimera.Integration.Tests.Rest;

public sealed class AlertTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task an_alert_is_listed_acknowledged_by_whoever_asks_and_raised_again()
    {
        var agent = await chimera.Agent();
        var id = await Raise(agent);
        await Raise(agent); // while it is open, once is enough
        var open = await Listed("open", id, times: 1);
        Assert.Equal(("open", "void 1"), (open.GetProperty("status").GetString(), (await chimera.Get($"alerts/{id}")).Expect(200)["message"].GetString()));

        var seen = (await chimera.Post($"alerts/{id}/acknowledge", null)).Expect(200);
        Assert.Equal(("acknowledged", "operator"), (seen["status"].GetString(), seen["acknowledged_by"].GetString()));
        Assert.Equal(seen.ETag, (await chimera.Post($"alerts/{id}/acknowledge", null)).Expect(200).ETag);
        await Listed("acknowledged", id, times: 1);
        await Listed("open", id, times: 0);

        await Raise(agent);
        await Listed("open", id, times: 1);
    }

    [Fact]
    public async Task an_alert_says_whose_it_is()
    {
        var (agent, campaign) = (await chimera.Agent(), Guid.NewGuid());
        var over = await Raise(new AlertOperator("BUDGET_EXCEEDED", "11 US dollars are spent; the budget is 10.", CampaignId: campaign));
        var (ofCampaign, ofAgent) = (await Listed("open", over, times: 1), await Listed("open", await Raise(agent), times: 1));
        Assert.Equal((campaign, false, false), (ofCampaign.GetProperty("campaign_id").GetGuid(), ofCampaign.TryGetProperty("agent_id", out _), ofCampaign.TryGetProperty("task_id", out _)));
        Assert.Equal((agent, false), (ofAgent.GetProperty("agent_id").GetGuid(), ofAgent.TryGetProperty("campaign_id", out _)));
    }

    [Fact]
    public async Task what_is_no_alert_is_unknown()
    {
        (await chimera.Get($"alerts/{Guid.NewGuid()}")).Refuses(404, "alert.unknown");
        (await chimera.Get($"alerts/{await chimera.Agent()}")).Refuses(404, "alert.unknown");
        (await chimera.Post($"alerts/{Guid.NewGuid()}/acknowledge", null)).Refuses(404, "alert.unknown");
        (await chimera.Get("alerts?status=loud")).Refuses(400, "request.parameter");
        (await chimera.Get("alerts?after=nowhere")).Refuses(400, "page.cursor");
    }

    [Fact]
    public async Task alerts_are_listed_in_pages()
    {
        var (first, second) = (await Raise(await chimera.Agent()), await Raise(await chimera.Agent()));
        await Listed("open", first, times: 1);
        await Listed("open", second, times: 1);
        var page = (await chimera.Get("alerts?limit=1")).Expect(200);
        Assert.NotEqual(Only(page), Only((await chimera.Get($"alerts?limit=1&after={page["next"].GetString()}")).Expect(200)));
    }

    private Task<Guid> Raise(Guid agent) => Raise(new AlertOperator("AUTH_FAILED", "void 1", agent, Guid.NewGuid()));

    private async Task<Guid> Raise(AlertOperator alert)
    {
        await chimera.Alba.Services.GetRequiredService<IMessageBus>().InvokeAsync(alert);
        return alert.AlertId();
    }

    private async Task<System.Text.Json.JsonElement> Listed(string status, Guid id, int times)
    {
        var page = await Eventually.Is(() => chimera.Get($"alerts?status={status}&limit=200"), page => Of(page, id).Length == times, $"{times} {status} alerts");
        return Of(page, id).FirstOrDefault();
    }

    private static System.Text.Json.JsonElement[] Of(Answer page, Guid id) => [.. page["items"].EnumerateArray().Where(item => item.GetProperty("alert_id").GetGuid() == id)];

    private static Guid Only(Answer page) => Assert.Single(page["items"].EnumerateArray()).GetProperty("alert_id").GetGuid();
}
