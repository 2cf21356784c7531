namespace Chimera.Integration.Tests.Rest;

/// <summary>ETag, If-Match and If-None-Match.</summary>
public sealed class ConditionalTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_change_under_a_stale_etag_is_refused_and_stores_nothing()
    {
        var (id, request) = (await chimera.Agent(), new Refusals(chimera));
        (await chimera.Patch($"agents/{id}", new { name = "Mara" }, ("If-Match", "\"v1\""))).Expect(200);

        (await request.Patch($"agents/{id}", new { name = "Ada" }, ("If-Match", "\"v1\""))).Refuses(412, "precondition.stale");
        (await request.Post($"agents/{id}/pause", null, ("If-Match", "\"v1\", \"v3\""))).Refuses(412, "precondition.stale");
        (await request.Delete($"agents/{id}", ("If-Match", "W/\"v2\""))).Refuses(412, "precondition.stale");
        (await request.Delete($"agents/{id}", ("If-Match", "\"else\""))).Refuses(412, "precondition.stale");
        (await request.Patch($"agents/{id}", new { status = "paused" }, ("If-Match", "v2"))).Refuses(400, "precondition.malformed");
        (await request.Patch($"agents/{Guid.NewGuid()}", new { name = "Ada" }, ("If-Match", "\"v1\""))).Refuses(404, "agent.unknown");

        Assert.Equal("\"v2\"", (await chimera.Get($"agents/{id}")).ETag);
        await request.StoredNothing();
        (await chimera.Post($"agents/{id}/pause", null, ("If-Match", "\"v1\", \"v2\""))).Expect(200);
        (await chimera.Patch($"agents/{id}", new { name = "Ada", status = "active" }, ("If-Match", "\"v3\""))).Expect(200);
        (await chimera.Delete($"agents/{id}", ("If-Match", "*"))).Expect(204);
    }

    [Fact]
    public async Task of_many_changes_under_the_same_etag_one_wins()
    {
        var id = await chimera.Agent();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => chimera.Patch($"agents/{id}", new { name = $"Mara {i}" }, ("If-Match", "\"v1\""))));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal((412, "precondition.stale"), (answer.Status, answer.Code)));
        Assert.Equal("\"v2\"", (await chimera.Get($"agents/{id}")).ETag);
    }

    [Fact]
    public async Task what_is_known_is_not_sent_again()
    {
        var id = await chimera.Agent();

        var known = await chimera.Get($"agents/{id}", ("If-None-Match", "W/\"v1\""));
        Assert.Equal((304, "", "\"v1\""), (known.Status, known.Text, known.ETag));
        (await chimera.Get($"agents/{id}", ("If-None-Match", "\"v7\""))).Expect(200);
        (await chimera.Post($"agents/{id}/pause", null)).Expect(200);
        (await chimera.Get($"agents/{id}", ("If-None-Match", "\"v1\""))).Expect(200);
    }
}
