namespace Chimera.Integration.Tests.Rest;

public sealed class HitlTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task an_item_is_listed_assigned_and_approved_once()
    {
        var id = await chimera.HitlItem();
        var open = (await chimera.Get($"hitl/{id}")).Expect(200);
        Assert.Equal(("pending", "the worker asks for a review"), (open["status"].GetString(), open["escalation_reason"].GetString()));

        Assert.Equal("in_review", (await chimera.Post($"hitl/{id}/assign", new { assigned_to = "ada" })).Expect(200)["status"].GetString());
        var decided = (await chimera.Post($"hitl/{id}/decide", new { decision = "approve", reviewer = "ada" })).Expect(200);
        Assert.Equal(("resolved", "approve", "ada"), (decided["status"].GetString(), decided["decision"].GetString(), decided["reviewer"].GetString()));

        Assert.Equal(decided.ETag, (await chimera.Post($"hitl/{id}/decide", new { decision = "approve", reviewer = "ada" })).Expect(200).ETag);
        (await chimera.Post($"hitl/{id}/decide", new { decision = "reject", reviewer = "ada" })).Refuses(422, "hitl.closed");
        await Eventually.Is(() => chimera.Get($"tasks/{open.Id("task_id")}"), task => task["status"].GetString() == "completed", "the task to be completed");
        var listed = await Eventually.Is(() => chimera.Get("hitl?status=resolved&limit=200"), page => Item(page, id).ValueKind != default, "the item to be listed");
        Assert.Equal(("ada", open.Id("agent_id")), (Item(listed, id).GetProperty("reviewer").GetString(), Item(listed, id).GetProperty("agent_id").GetGuid()));
    }

    [Fact]
    public async Task a_modified_output_is_judged_again_and_wins()
    {
        var id = await chimera.HitlItem();
        var output = new { text_content = "About certainty.", hashtags = new[] { "#sure" }, estimated_engagement_score = 0.4, safety_check = new { passed = true, flags = Array.Empty<string>() } };

        var item = (await chimera.Post($"hitl/{id}/decide", new { decision = "modify", reviewer = "ada", modified_output = output })).Expect(200);

        var task = await Eventually.Is(() => chimera.Get($"tasks/{item.Id("task_id")}"), seen => seen["status"].GetString() == "completed", "the task to be completed");
        Assert.Equal("About certainty.", (await chimera.Get($"results/{task.Id("result_id")}"))["output_data"].GetProperty("text_content").GetString());
    }

    [Fact]
    public async Task a_wrong_decision_changes_nothing()
    {
        var id = await chimera.HitlItem();
        var before = (await chimera.Get($"hitl/{id}")).ETag;

        (await chimera.Post($"hitl/{id}/decide", new { decision = "maybe", reviewer = "ada" })).Refuses(422, "request.field", "/decision");
        (await chimera.Post($"hitl/{id}/decide", new { decision = "approve", reviewer = " " })).Refuses(422, "hitl.reviewer", "/reviewer");
        (await chimera.Post($"hitl/{id}/decide", new { decision = "modify", reviewer = "ada" })).Refuses(422, "hitl.modified-output", "/modified_output");
        (await chimera.Post($"hitl/{id}/decide", new { decision = "approve", reviewer = "ada", modified_output = new { } })).Refuses(422, "hitl.modified-output", "/modified_output");
        (await chimera.Post($"hitl/{id}/decide", new { decision = "modify", reviewer = "ada", modified_output = new { text_content = "x", mood = 1 } }))
            .Refuses(422, "result.output", "/modified_output/mood");
        (await chimera.Post($"hitl/{id}/decide", new { decision = "approve", reviewer = "ada" }, ("If-Match", "\"v9\""))).Refuses(412, "precondition.stale");
        (await chimera.Post($"hitl/{id}/assign", new { assigned_to = new string('a', 101) })).Refuses(422, "hitl.assigned-to", "/assigned_to");
        (await chimera.Post($"hitl/{Guid.NewGuid()}/decide", new { decision = "approve", reviewer = "ada" })).Refuses(404, "hitl.unknown");

        Assert.Equal(before, (await chimera.Get($"hitl/{id}")).ETag);
    }

    private static System.Text.Json.JsonElement Item(Answer page, Guid id) =>
        page["items"].EnumerateArray().FirstOrDefault(one => one.GetProperty("hitl_id").GetGuid() == id);
}
