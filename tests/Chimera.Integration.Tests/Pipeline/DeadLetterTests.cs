using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Api.Cli;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Integration.Tests.Cli;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>One task of a full chunk breaks its stage: what an operator sees and can do, over REST and on the command line.</summary>
public sealed class DeadLetterTests : IClassFixture<PipelineFixture>, IDisposable
{
    private readonly PipelineFixture pipeline;
    private readonly HttpClient http;
    private readonly string url;

    public DeadLetterTests(PipelineFixture pipeline)
    {
        (this.pipeline, url) = (pipeline, pipeline.Host.App.Urls.First());
        http = new() { BaseAddress = new(url + "/api/v1/") };
        pipeline.Tools.Cured = false;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task only_the_poison_task_is_set_aside_and_nothing_of_its_chain_overtakes_it_until_it_is_redriven()
    {
        var (campaign, poison, waiting) = await Launch();
        var letter = await Letter(poison);
        await pipeline.Until<Campaign>(campaign, one => one.CompletedTasks == 98);
        Assert.Equal(TaskStage.Pending, (await pipeline.Find<AgentTask>(waiting))!.Stage);
        Assert.Equal("ValidateResults", letter.GetProperty("message_type").GetString());
        Assert.Contains("No judge can read this", letter.GetProperty("error_message").GetString(), StringComparison.Ordinal);
        var id = letter.GetProperty("dead_letter_id").GetString()!;
        Assert.Contains(id, (await Chimera("list")).Output, StringComparison.Ordinal);
        Assert.Contains(poison.ToString(), (await Chimera("show", id)).Output, StringComparison.Ordinal);

        pipeline.Tools.Cured = true;
        Assert.Equal(ExitCode.Ok, (await Chimera("redrive", id)).ExitCode);

        var over = await pipeline.Until<Campaign>(campaign, one => one.Status == CampaignStatus.Completed);
        Assert.Equal((100, 0), (over.CompletedTasks, over.FailedTasks));
        Assert.Equal((ExitCode.Refused, "dead-letter.unknown"), Refusal(await Chimera("redrive", id, "--json")));
    }

    [Fact]
    public async Task a_discarded_task_fails_and_what_waits_for_it_is_skipped()
    {
        var (campaign, poison, waiting) = await Launch();
        var id = (await Letter(poison)).GetProperty("dead_letter_id").GetString()!;

        Assert.Equal(ExitCode.Ok, (await Chimera("discard", id, "--reason", "the shop is closed")).ExitCode);

        var failed = await pipeline.Until(poison, TaskStage.Failed);
        Assert.Equal((ErrorTable.Discarded, "the shop is closed"), (failed.Error!.ErrorType, failed.Error.ErrorMessage));
        await pipeline.Until(waiting, TaskStage.Skipped);
        var over = await pipeline.Until<Campaign>(campaign, one => one.Status == CampaignStatus.Completed);
        Assert.Equal((98, 2, 0m), (over.CompletedTasks, over.FailedTasks, over.ReservedUsd));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.PostAsync($"dead-letters/{id}/discard", null, Stop)).StatusCode);
    }

    [Fact]
    public async Task an_edited_message_is_sent_in_place_of_the_one_that_failed()
    {
        var task = await pipeline.Add(pipeline.Post("poison"));
        var letter = await Letter(task);
        var id = letter.GetProperty("dead_letter_id").GetString()!;
        using var wrong = await http.PatchAsJsonAsync($"dead-letters/{id}", new { message = new { items = new[] { new { task_id = "x" } } } }, Stop);
        Assert.Equal(422, (int)wrong.StatusCode);
        Assert.Equal("/message/items/0/task_id", (await wrong.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("pointer").GetString());

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{ "items": [] }""", Stop);
        Assert.Equal(ExitCode.Ok, (await Chimera("edit", id, "--message", file)).ExitCode);
        File.Delete(file);
        Assert.Equal("""{"items":[]}""", (await http.GetFromJsonAsync<JsonElement>($"dead-letters/{id}", Stop)).GetProperty("message").GetRawText());
        Assert.Equal(ExitCode.Ok, (await Chimera("redrive", id)).ExitCode);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync($"dead-letters/{id}", Stop)).StatusCode);
        Assert.Equal(TaskStage.InProgress, (await pipeline.Find<AgentTask>(task))!.Stage);
    }

    private async Task<(Guid Campaign, Guid Poison, Guid Waiting)> Launch()
    {
        Guid id = Guid.CreateVersion7(), poison = Guid.CreateVersion7(), waiting = Guid.CreateVersion7();
        pipeline.Tools.Plan = (campaign, agents, _) =>
        {
            var post = new PlanTask(poison, agents[0].Id, campaign.Id, TaskType.GeneratePost, ScriptedTools.Topic("poison"), Dependents: [waiting], ReservedUsd: 0.01m);
            return
            [
                post, post with { TaskId = waiting, InputData = ScriptedTools.Topic("ok"), Dependents = [], Dependencies = [poison] },
                .. Enumerable.Range(0, 98).Select(_ => post with { TaskId = Guid.CreateVersion7(), InputData = ScriptedTools.Topic("ok"), Dependents = [] })
            ];
        };
        var goal = new CampaignGoal("go", ["ok"], [Platform.Twitter], 1);
        await pipeline.Send(new CreateCampaign(id, "poisoned", null, [pipeline.AgentId], DateTimeOffset.UtcNow, null, 10, [goal]));
        return (id, poison, waiting);
    }

    private Task<JsonElement> Letter(Guid task) => Eventually.Is(
        async () => (await http.GetFromJsonAsync<JsonElement>("dead-letters", Stop)).GetProperty("items").EnumerateArray().SingleOrDefault(item => item.GetProperty("task_ids").GetRawText() == $"[\"{task}\"]"),
        found => found.ValueKind == JsonValueKind.Object, "the poison task to be set aside");

    private Task<Terminal> Chimera(params string[] arguments) => Terminal.Run(["dead-letters", .. arguments, "--url", url]);

    private static (int, string?) Refusal(Terminal terminal) => (terminal.ExitCode, terminal.Json.GetProperty("code").GetString());
}
