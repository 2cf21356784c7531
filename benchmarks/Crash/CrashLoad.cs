using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Chimera.Benchmarks.Crash;

/// <summary>
/// What operators do while hosts die: they launch campaigns whose posts are published, add single tasks, and decide what waits for a human. A call whose
/// answer is lost is repeated with the same idempotency key until it is answered.
/// </summary>
internal sealed class CrashLoad(HttpClient client)
{
    private const int PostsOfACampaign = 40, MostOpen = 400;

    private readonly Guid[] agents = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];
    private readonly ConcurrentBag<Guid> tasks = [], campaigns = [];
    private readonly ConcurrentDictionary<Guid, Guid> approved = new();

    /// <summary>Single tasks and campaigns whose creation was confirmed.</summary>
    public (IReadOnlyCollection<Guid> Tasks, IReadOnlyCollection<Guid> Campaigns) Confirmed => (tasks, campaigns);

    public async Task CreateAgents()
    {
        foreach (var id in agents)
            await Post("agents", new { agent_id = id, name = $"Agent {id}", persona = new { soul_md_path = "a.md", soul_md = "# A\n\nFriendly." }, social_handles = new { twitter = "agent" } });
    }

    public async Task Run(CancellationToken stop)
    {
        var people = Task.Run(() => Decide(stop), CancellationToken.None);
        var adding = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Add(stop), CancellationToken.None));
        var launching = Task.Run(() => Launch(stop), CancellationToken.None);
        await Task.WhenAll([people, launching, .. adding]);
    }

    /// <summary>Decides what waits for a human, once: approves, and rejects what comes back, such as a post that nobody finds and the platform now refuses.</summary>
    public async Task DecideAll(CancellationToken stop)
    {
        if (await Get("hitl?status=pending&limit=100", stop) is not { } waiting) return;
        foreach (var item in waiting.GetProperty("items").EnumerateArray())
        {
            var id = item.GetProperty("hitl_id").GetGuid();
            var isNew = approved.TryAdd(item.GetProperty("task_id").GetGuid(), id) || approved[item.GetProperty("task_id").GetGuid()] == id;
            if (!isNew || await Post($"hitl/{id}/decide", new { decision = "approve", reviewer = "eve" }, stop) is not HttpStatusCode.OK)
                await Post($"hitl/{id}/decide", new { decision = "reject", reviewer = "eve" }, stop);
        }
    }

    private async Task Add(CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            if (await IsBehind(stop)) continue;
            var id = Guid.CreateVersion7();
            var input = new { topic = $"news {id}", platform = "twitter", key_message = new string('i', 300) };
            if (await Post("tasks", new { task_id = id, agent_id = agents[i % agents.Length], type = "generate_post", input_data = input }, stop) is HttpStatusCode.Created) tasks.Add(id);
        }
    }

    private async Task Launch(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await IsBehind(stop)) continue;
            var id = Guid.CreateVersion7();
            var goal = new { objective = "Be known", topics = new[] { $"topic {id}" }, platforms = new[] { "twitter" }, posts = PostsOfACampaign };
            var campaign = new { campaign_id = id, name = $"Campaign {id}", agent_ids = agents, start_date = DateTimeOffset.UtcNow, budget_usd = 1000, goals = new[] { goal } };
            if (await Post("campaigns", campaign, stop) is HttpStatusCode.Created) campaigns.Add(id);
        }
    }

    private async Task Decide(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await DecideAll(stop);
            await Pause(200, stop);
        }
    }

    /// <summary>So that the load stays what the host can carry: true, after a pause, while much is open.</summary>
    private async Task<bool> IsBehind(CancellationToken stop)
    {
        if (await Get("tasks?status=pending&limit=1", stop) is { } page && page.GetProperty("items").GetArrayLength() == 0) return false;
        if (await Get("tasks?status=pending&limit=500", stop) is { } open && open.GetProperty("items").GetArrayLength() < MostOpen) return false;
        await Pause(100, stop);
        return true;
    }

    private async Task<JsonElement?> Get(string path, CancellationToken stop)
    {
        try
        {
            return await client.GetFromJsonAsync<JsonElement>(path, stop);
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or JsonException)
        {
            await Pause(50, stop);
            return null;
        }
    }

    /// <returns>The answer's status; null when it was stopped before there was one.</returns>
    private async Task<HttpStatusCode?> Post(string path, object body, CancellationToken stop = default)
    {
        var key = Guid.CreateVersion7().ToString();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
                using var answer = await client.SendAsync(request, CancellationToken.None);
                if ((int)answer.StatusCode < 500) return answer.StatusCode;
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
                // the host is down, or died before it answered
            }
            if (stop.IsCancellationRequested) return null;
            await Pause(50, stop);
        }
    }

    private static Task Pause(int ms, CancellationToken stop) => Task.Delay(ms, stop).ContinueWith(_ => { }, TaskScheduler.Default);
}
