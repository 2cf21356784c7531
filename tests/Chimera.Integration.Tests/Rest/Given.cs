namespace Chimera.Integration.Tests.Rest;

/// <summary>The past that tests share: bodies that are good, and resources made with them.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Dictionary<string, object?> AgentBody(params (string Field, object? Value)[] changes) => With(new()
    {
        ["name"] = "Mara Field", ["bio"] = "Walks.", ["persona"] = Persona(), ["social_handles"] = new { twitter = "marafield" }
    }, changes);

    public static Dictionary<string, object?> Persona(params (string Field, object? Value)[] changes) =>
        With(new() { ["soul_md_path"] = "mara.md", ["soul_md"] = "# Mara\n\nCalm.", ["voice_tone"] = new[] { "calm" } }, changes);

    public static Dictionary<string, object?> CampaignBody(Guid agent, params (string Field, object? Value)[] changes) => With(new()
    {
        ["name"] = "Spring walks", ["agent_ids"] = new[] { agent }, ["start_date"] = Start, ["budget_usd"] = 25, ["status"] = "draft",
        ["goals"] = new[] { Goal() }
    }, changes);

    public static Dictionary<string, object?> Goal(params (string Field, object? Value)[] changes) => With(new()
    {
        ["objective"] = "People go outside", ["topics"] = new[] { "walking" }, ["platforms"] = new[] { "twitter" }, ["posts"] = 1
    }, changes);

    public static Dictionary<string, object?> TaskBody(Guid agent, params (string Field, object? Value)[] changes) => With(new()
    {
        ["agent_id"] = agent, ["type"] = "generate_post", ["input_data"] = new { topic = "walking", platform = "twitter" }
    }, changes);

    public static async Task<Guid> Agent(this ChimeraFixture chimera) => (await chimera.Post("agents", AgentBody())).Expect(201).Id("agent_id");

    /// <summary>An agent whose work waits.</summary>
    public static async Task<Guid> PausedAgent(this ChimeraFixture chimera)
    {
        var id = await chimera.Agent();
        (await chimera.Post($"agents/{id}/pause", null)).Expect(200);
        return id;
    }

    public static async Task<Guid> Campaign(this ChimeraFixture chimera, params (string Field, object? Value)[] changes) =>
        (await chimera.Post("campaigns", CampaignBody(await chimera.Agent(), changes))).Expect(201).Id("campaign_id");

    /// <summary>Something that a human has to decide: a written post that the writer doubts.</summary>
    public static async Task<Guid> HitlItem(this ChimeraFixture chimera)
    {
        var body = TaskBody(await chimera.Agent(), ("input_data", new { topic = "doubt", platform = "twitter" }));
        var task = (await chimera.Post("tasks", body)).Expect(201).Id("task_id");
        var escalated = await Eventually.Is(() => chimera.Get($"tasks/{task}"), seen => seen["status"].GetString() == "escalated", "the task to wait for a human");
        return escalated.Id("hitl_id");
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> body, (string Field, object? Value)[] changes)
    {
        foreach (var (field, value) in changes) body[field] = value;
        return body;
    }
}
