using System.Text.Json;

namespace Chimera.Integration.Tests.Rest;

/// <summary>Keyset pages: what is inserted meanwhile neither repeats nor hides anything.</summary>
public sealed class PageTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task pages_hold_while_rows_are_inserted()
    {
        var agent = await chimera.PausedAgent();
        var known = new List<Guid>();
        for (var i = 0; i < 7; i++) known.Add(await Task(agent));
        await Listed(agent, 7);

        var seen = new List<Guid>();
        string? next = null;
        for (var inserted = 8; ; inserted++)
        {
            var page = (await chimera.Get($"tasks?agent_id={agent}&limit=2" + (next is null ? "" : $"&after={next}"))).Expect(200);
            seen.AddRange(page["items"].EnumerateArray().Select(Id));
            if (page["next"].ValueKind == JsonValueKind.Null) break;
            next = page["next"].GetString();
            await Task(agent);
            await Listed(agent, inserted);
        }

        Assert.Equal(known.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task tasks_are_filtered_by_all_they_are()
    {
        var agent = await chimera.PausedAgent();
        var task = await Task(agent);
        await Listed(agent, 1);

        Assert.Equal(task, Id((await chimera.Get($"tasks?agent_id={agent}&status=pending&type=generate_post"))["items"][0]));
        Assert.Empty((await chimera.Get($"tasks?agent_id={agent}&type=post_content"))["items"].EnumerateArray());
        Assert.Empty((await chimera.Get($"tasks?campaign_id={agent}"))["items"].EnumerateArray());
        Assert.Equal((await chimera.Get($"tasks/{task}"))["created_at"].GetString(), (await chimera.Get($"tasks?agent_id={agent}"))["items"][0].GetProperty("created_at").GetString());
    }

    [Theory, InlineData("0"), InlineData("201"), InlineData("-1"), InlineData("ten"), InlineData("")]
    public async Task a_limit_is_1_to_200(string limit) => (await chimera.Get($"agents?limit={limit}")).Refuses(400, "page.limit");

    [Fact]
    public async Task a_cursor_belongs_to_its_list()
    {
        var agent = await chimera.PausedAgent();
        for (var i = 0; i < 2; i++) await Task(agent);
        await Listed(agent, 2);
        var next = (await chimera.Get($"tasks?agent_id={agent}&limit=1"))["next"].GetString();

        (await chimera.Get($"agents?after={next}")).Refuses(400, "page.cursor");
        (await chimera.Get("tasks?after=nonsense")).Refuses(400, "page.cursor");
        (await chimera.Get($"tasks?after={next![..^1]}!")).Refuses(400, "page.cursor");
        (await chimera.Get("tasks?agent_id=17")).Refuses(400, "request.parameter");
    }

    private async Task<Guid> Task(Guid agent) => (await chimera.Post("tasks", Given.TaskBody(agent))).Expect(201).Id("task_id");

    private Task<long> Listed(Guid agent, int count) =>
        Eventually.Is(() => chimera.Ask<long>("select count(*) from chimera.tasks where agent_id = $1", agent), seen => seen == count, $"{count} tasks in the table");

    private static Guid Id(JsonElement item) => item.GetProperty("task_id").GetGuid();
}
