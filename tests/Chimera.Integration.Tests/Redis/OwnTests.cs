using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Integration.Tests.Pipeline;
using Chimera.Integrations.Queues;

namespace Chimera.Integration.Tests.Redis;

/// <summary>Our own worker and judge at the lists of Redis.</summary>
public sealed class OwnRedisTests(OwnFixture fixture) : OwnTests<OwnFixture>(fixture), IClassFixture<OwnFixture>
{
    [Fact]
    public async Task nothing_stays_in_the_lists()
    {
        await Lists.Until(await Lists.Add(Lists.Post("ok")), TaskStage.Completed);
        foreach (var list in new[] { RedisKeys.TaskQueue(Lists.AgentId), RedisKeys.ReviewQueue })
        {
            await Eventually.Is(() => Lists.Client.ListLengthAsync(list), length => length == 0, $"{list} to be empty");
            await Eventually.Is(() => Lists.Client.ListLengthAsync(RedisKeys.Processing(list)), length => length == 0, $"{list} to have nothing taken");
        }
    }

    [Fact]
    public async Task of_two_workers_on_one_task_the_first_to_answer_counts()
    {
        var id = await Lists.Add(Lists.Post("slow"));
        var started = await Lists.Until(id, TaskStage.InProgress);
        var entry = await Lists.Client.ListGetByIndexAsync(RedisKeys.Processing(RedisKeys.TaskQueue(Lists.AgentId)), 0);
        await Lists.Push(RedisKeys.ReviewQueue, ListsFixture.Answer(System.Text.Json.JsonElement.Parse(entry.ToString())));
        var task = await Lists.Until(id, TaskStage.Completed);
        Lists.Tools.Released.SetResult();
        await Eventually.Is(() => Lists.Client.ListLengthAsync(RedisKeys.Processing(RedisKeys.TaskQueue(Lists.AgentId))), length => length == 0, "the slow worker to be done");
        Assert.NotEqual(started.WorkerId, (await Lists.ResultOf(task)).WorkerId);
    }
}

/// <summary>Our own worker and judge at the lists of Garnet, in the host's process.</summary>
public sealed class OwnGarnetTests(GarnetFixture fixture) : OwnTests<GarnetFixture>(fixture), IClassFixture<GarnetFixture>;

public abstract class OwnTests<TFixture>(TFixture fixture) where TFixture : PipelineFixture
{
    protected TFixture Lists { get; } = fixture;

    [Fact]
    public async Task a_campaign_goes_through_the_lists()
    {
        Lists.Tools.Plan = (campaign, agents, _) => [.. Enumerable.Range(0, 250).Select(_ => new PlanTask(Guid.CreateVersion7(), agents[0].Id, campaign.Id,
            TaskType.GeneratePost, ScriptedTools.Topic("ok")))];
        var id = Guid.CreateVersion7();
        await Lists.Send(new CreateCampaign(id, "lists", null, [Lists.AgentId], DateTimeOffset.UtcNow, null, 10, [new("test", ["test"], [Platform.Twitter], 1)]));
        var over = await Lists.Until<Campaign>(id, one => one.Status == CampaignStatus.Completed);
        Assert.Equal((250, 0), (over.CompletedTasks, over.FailedTasks));
    }

    [Fact]
    public async Task a_retry_a_revision_and_an_effect_go_through_the_lists()
    {
        var retried = await Lists.Add(Lists.Post("fail 1"));
        var revised = await Lists.Add(Lists.Post("garbage"));
        var rejected = await Lists.Add(Lists.Post("off-voice") with { MaxRetries = 0 });
        Assert.Equal(1, (await Lists.Until(retried, TaskStage.Completed)).RetryCount);
        Assert.Equal(1, (await Lists.Until(revised, TaskStage.Completed)).Attempt);
        await Lists.Until(rejected, TaskStage.Failed);
    }

    [Fact]
    public async Task a_paused_agents_tasks_wait_and_go_on()
    {
        var agent = Guid.CreateVersion7();
        await Lists.Send(new CreateAgent(agent, "Paused", null, new("soul.md", [], [], []), new("I wait.", "00"), new(), null, null));
        await Lists.Send(new PauseAgent(agent, "a test"));
        var id = await Lists.Add(Lists.Post("ok") with { AgentId = agent });
        await Lists.Send(new ResumeAgent(agent));
        await Lists.Until(id, TaskStage.Completed);
    }
}
