namespace Chimera.Integration.Tests.Rest;

public sealed class CampaignTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_draft_is_launched_planned_and_completed()
    {
        var id = await chimera.Campaign(("goals", new[] { Given.Goal(("posts", 3)) }));
        var draft = (await chimera.Get($"campaigns/{id}")).Expect(200);
        Assert.Equal(("draft", 0, 25), (draft["status"].GetString(), draft["tasks"].GetProperty("planned").GetInt32(), draft["budget_usd"].GetDecimal()));

        (await chimera.Post($"campaigns/{id}/launch", null)).Expect(200);
        var done = await Eventually.Is(() => chimera.Get($"campaigns/{id}"), seen => seen["status"].GetString() == "completed", "the campaign to be completed");

        Assert.Equal((6, 0, 6), (Count(done, "planned"), Count(done, "open"), Count(done, "completed")));
        Assert.Equal((0.03m, 0m), (done["spent_usd"].GetDecimal(), done["reserved_usd"].GetDecimal()));
        var progress = await Eventually.Is(() => chimera.Get($"campaigns/{id}/progress"), seen => seen["status"].GetString() == "completed", "the tables to follow");
        Assert.Equal((6, 6, 3, 0), (Number(progress, "tasks"), Number(progress, "completed"), Number(progress, "posts"), Number(progress, "hitl_items")));
        Assert.True(Number(progress, "events") >= 20, progress.Text);
    }

    [Fact]
    public async Task a_dry_run_posts_nothing()
    {
        var id = await chimera.Campaign(("status", "active"), ("dry_run", true));

        var progress = await Eventually.Is(() => chimera.Get($"campaigns/{id}/progress"), seen => Number(seen, "completed") == 2, "both tasks to be completed");

        Assert.Equal(0, Number(progress, "posts"));
    }

    [Fact]
    public async Task a_campaign_is_changed_paused_resumed_and_cancelled()
    {
        var body = Given.CampaignBody(await chimera.PausedAgent()); // nobody works, so that it is not over before the test is
        var id = (await chimera.Post("campaigns", body)).Expect(201).Id("campaign_id");

        var revised = (await chimera.Patch($"campaigns/{id}", new { name = "Summer walks", budget_usd = 40.5, end_date = Given.Start.AddDays(9) })).Expect(200);
        Assert.Equal(("Summer walks", 40.5m, "\"v4\""), (revised["name"].GetString(), revised["budget_usd"].GetDecimal(), revised.ETag));
        Assert.Equal("paused", (await chimera.Post($"campaigns/{id}/pause", new { reason = "rain" })).Expect(200)["status"].GetString());
        Assert.Equal("active", (await chimera.Post($"campaigns/{id}/resume", null)).Expect(200)["status"].GetString());
        Assert.Equal("cancelled", (await chimera.Patch($"campaigns/{id}", new { status = "cancelled" })).Expect(200)["status"].GetString());
        (await chimera.Post($"campaigns/{id}/pause", null)).Refuses(422, "campaign.over");
        (await chimera.Patch($"campaigns/{id}", new { budget_usd = 50 })).Refuses(422, "campaign.over");
    }

    [Fact]
    public async Task a_patch_to_active_launches_a_draft()
    {
        var id = await chimera.Campaign();

        Assert.Equal("active", (await chimera.Patch($"campaigns/{id}", new { status = "active" }, ("If-Match", "\"v1\""))).Expect(200)["status"].GetString());

        (await chimera.Get($"campaigns/{Guid.NewGuid()}")).Refuses(404, "campaign.unknown");
        (await chimera.Get($"campaigns/{Guid.NewGuid()}/progress")).Refuses(404, "campaign.unknown");
        (await chimera.Patch($"campaigns/{Guid.NewGuid()}", new { status = "active" })).Refuses(404, "campaign.unknown");
    }

    [Fact]
    public async Task campaigns_are_listed_as_their_table_has_them()
    {
        var id = await chimera.Campaign();

        var page = await Eventually.Is(() => chimera.Get("campaigns?status=draft&limit=200"),
            page => page["items"].EnumerateArray().Any(one => one.GetProperty("campaign_id").GetGuid() == id), "the campaign to be listed");

        var item = page["items"].EnumerateArray().Single(one => one.GetProperty("campaign_id").GetGuid() == id);
        Assert.Equal("People go outside", item.GetProperty("goals")[0].GetProperty("objective").GetString());
    }

    private static int Count(Answer campaign, string which) => campaign["tasks"].GetProperty(which).GetInt32();

    private static int Number(Answer progress, string field) => progress[field].GetInt32();
}
