namespace Chimera.Integration.Tests.Rest;

public sealed class TaskTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_task_is_worked_on_and_its_result_is_read()
    {
        var created = (await chimera.Post("tasks", Given.TaskBody(await chimera.Agent(), ("priority", 7)))).Expect(201);
        var id = created.Id("task_id");
        Assert.Equal(($"/api/v1/tasks/{id}", 7), (created.Location, created["priority"].GetInt32()));

        var done = await Eventually.Is(() => chimera.Get($"tasks/{id}"), seen => seen["status"].GetString() == "completed", "the task to be completed");
        var result = (await chimera.Get($"results/{done.Id("result_id")}")).Expect(200);

        Assert.Equal("success", result["status"].GetString());
        Assert.StartsWith("About walking", result["output_data"].GetProperty("text_content").GetString());
        Assert.Equal((done["trace_id"].GetString(), 1), (result["trace_id"].GetString(), result["metadata"].GetProperty("confidence_score").GetInt32()));
        Assert.Equal(("approved", "approve"), (result["stage"].GetString(), result["judgement"].GetProperty("decision").GetString()));
        await Eventually.Is(() => chimera.Get($"results?task_id={id}"), page => page["items"].GetArrayLength() == 1, "the result to be listed");
        (await chimera.Get($"results/{id}")).Refuses(404, "result.unknown");
    }

    [Fact]
    public async Task events_are_stored_in_the_words_of_the_specification()
    {
        var created = (await chimera.Post("tasks", Given.TaskBody(await chimera.PausedAgent()))).Expect(201); // nobody begins with it meanwhile
        var id = created.Id("task_id");

        Assert.Equal("\"v1\"", created.ETag);
        Assert.Equal("generate_post walking", await chimera.Ask<string>(
            "select data ->> 'type' || ' ' || (data -> 'input_data' ->> 'topic') from chimera_events.mt_events where stream_id = $1", id));
    }

    [Fact]
    public async Task an_image_shows_its_agent_unless_somebody_says_whom()
    {
        var agent = (await chimera.Post("agents", Given.AgentBody(("character_reference_id", "mara-v1")))).Expect(201).Id("agent_id");

        Assert.Equal("mara-v1", await Shown(agent, new { prompt = "a walk" }));
        Assert.Equal("somebody", await Shown(agent, new { prompt = "a walk", character_reference_id = "somebody" }));
        Assert.Null(await Shown(await chimera.Agent(), new { prompt = "a walk" }));
    }

    private async Task<string?> Shown(Guid agent, object input)
    {
        var created = (await chimera.Post("tasks", Given.TaskBody(agent, ("type", "generate_image"), ("input_data", input)))).Expect(201);
        return created["input_data"].TryGetProperty("character_reference_id", out var character) ? character.GetString() : null;
    }

    [Fact]
    public async Task a_waiting_task_is_cancelled_and_tried_again()
    {
        var id = (await chimera.Post("tasks", Given.TaskBody(await chimera.PausedAgent()))).Expect(201).Id("task_id");

        var cancelled = (await chimera.Post($"tasks/{id}/cancel", new { reason = "no longer needed" })).Expect(200);
        Assert.Equal(("failed", "cancelled", "CANCELLED"),
            (cancelled["status"].GetString(), cancelled["stage"].GetString(), cancelled["error_details"].GetProperty("error_type").GetString()));
        Assert.Equal(cancelled.ETag, (await chimera.Post($"tasks/{id}/cancel", null)).Expect(200).ETag);
        (await chimera.Post($"tasks/{id}/retry", null, ("If-Match", "\"v1\""))).Refuses(412, "precondition.stale");
        Assert.Equal("pending", (await chimera.Post($"tasks/{id}/retry", null)).Expect(200)["status"].GetString());
    }

    [Fact]
    public async Task a_scheduled_post_is_moved()
    {
        var input = new { platform = "twitter", content = new { text = "Later." }, scheduling = new { scheduled_time = DateTimeOffset.UtcNow.AddDays(1) } };
        var id = (await chimera.Post("tasks", Given.TaskBody(await chimera.PausedAgent(), ("type", "post_content"), ("input_data", input)))).Expect(201).Id("task_id");
        var later = new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(later, (await chimera.Post($"tasks/{id}/reschedule", new { scheduled_time = later })).Expect(200)["scheduled_time"].GetDateTimeOffset());
        (await chimera.Post($"tasks/{id}/reschedule", new { scheduled_time = Given.Start.AddYears(-1) })).Refuses(422, "task.scheduled-time", "/scheduled_time");
        (await chimera.Post($"tasks/{Guid.NewGuid()}/reschedule", new { scheduled_time = later })).Refuses(404, "task.unknown");
    }

    [Fact]
    public async Task a_task_added_to_a_dry_run_is_dry()
    {
        var agent = await chimera.Agent();
        var campaign = (await chimera.Post("campaigns", Given.CampaignBody(agent, ("dry_run", true)))).Expect(201).Id("campaign_id");

        var task = (await chimera.Post("tasks", Given.TaskBody(agent, ("campaign_id", campaign)))).Expect(201);

        Assert.True(task["dry_run"].GetBoolean());
    }

    [Fact]
    public async Task a_transaction_waits_for_a_human_and_is_read()
    {
        var wallet = $"0x{Guid.NewGuid():N}{Guid.NewGuid():N}"[..42];
        var agent = (await chimera.Post("agents", Given.AgentBody(("wallet_address", wallet)))).Expect(201).Id("agent_id");
        var input = new { transaction_type = "transfer", from_wallet = wallet, to_address = wallet, amount = "17", token_type = "ETH", reason = "change" };
        (await chimera.Post("tasks", Given.TaskBody(agent, ("type", "execute_transaction"), ("input_data", input)))).Expect(201);

        var listed = await Eventually.Is(() => chimera.Get($"transactions?agent_id={agent}"), page => page["items"].GetArrayLength() == 1, "the transaction to be listed");
        var read = (await chimera.Get($"transactions/{listed["items"][0].GetProperty("transaction_id").GetGuid()}")).Expect(200);

        Assert.Equal(("17", "ETH", "pending", "transfer"),
            (read["amount_wei"].GetString(), read["token_type"].GetString(), read["status"].GetString(), read["transaction_type"].GetString()));
        (await chimera.Get($"transactions/{agent}")).Refuses(404, "transaction.unknown");
    }
}
