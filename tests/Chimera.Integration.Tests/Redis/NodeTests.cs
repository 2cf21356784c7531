using System.Diagnostics;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Integration.Tests.Pipeline;
using Chimera.Integrations.Queues;

namespace Chimera.Integration.Tests.Redis;

/// <summary>S3.3-5: the examples for Node, which know LPUSH and BRPOP and nothing else of the platform.</summary>
public sealed class NodeTests(ForeignFixture pipeline) : IClassFixture<ForeignFixture>
{
    private const int Tasks = 1000, Agents = 4;

    [Fact]
    public async Task a_thousand_tasks_are_done_by_a_worker_and_a_judge_in_another_language()
    {
        var agents = new List<Guid>();
        for (var i = 0; i < Agents; i++) agents.Add(await pipeline.NewAgent());
        using var worker = Node("worker.mjs", agents);
        using var judge = Node("judge.mjs", []);
        try
        {
            var campaign = await Launch(agents);
            var over = await pipeline.Until<Campaign>(campaign, one => one.Status == CampaignStatus.Completed);
            Assert.Equal((Tasks, 0, 0), (over.CompletedTasks, over.FailedTasks, over.OpenTasks.Count));
        }
        finally
        {
            worker.Kill();
            judge.Kill();
        }
        Assert.Empty(pipeline.Tools.Executed);
        Assert.Equal(0, await pipeline.Client.ListLengthAsync(RedisKeys.DeadResults));
    }

    private async Task<Guid> Launch(List<Guid> agents)
    {
        pipeline.Tools.Plan = (campaign, _, _) => [.. Enumerable.Range(0, Tasks).Select(i => new PlanTask(Guid.CreateVersion7(), agents[i % Agents], campaign.Id,
            TaskType.GeneratePost, ScriptedTools.Topic($"topic {i}"), TraceId: campaign.TraceId))];
        var id = Guid.CreateVersion7();
        await pipeline.Send(new CreateCampaign(id, "foreign", null, agents, DateTimeOffset.UtcNow, null, 10, [new("test", ["test"], [Platform.Twitter], 1)]));
        return id;
    }

    private Process Node(string script, IEnumerable<Guid> agents) => Process.Start(new ProcessStartInfo("node",
        [Path.Combine(Repository.Root, "examples", "redis", script), .. agents.Select(agent => agent.ToString())])
    { Environment = { ["REDIS_URL"] = pipeline.Server.Url } })!;
}
