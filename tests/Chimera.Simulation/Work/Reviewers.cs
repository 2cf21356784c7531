using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Work;

/// <summary>Humans who decide what is escalated, each item some seconds after it was opened; now and then two of them the same one.</summary>
public sealed class Reviewers(World world, Choices choices)
{
    /// <summary>Longer than any call is under way: who asks the platform then learns what is so for good.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(20);

    private static readonly JsonElement Post = ChimeraJson.Write(new GeneratePostOutput("Better words.", [], 0.5, new(true, []))),
        Prepared = ChimeraJson.Write(new PreparedPost(Platform.Twitter, "Better words.", [], [], ReplyTo: "comment-1")),
        Trends = ChimeraJson.Write(new AnalyzeTrendOutput([]));

    public void Asked(Guid item)
    {
        var about = Hash.Of(item);
        for (var n = 0; n < 2; n++)
        {
            if (n == 1 && !choices.Is(Kind.SecondHuman, about, 0)) return;
            var (reviewer, wait) = (n, TimeSpan.FromSeconds(1 + (14 * choices.Amount(Kind.Human, about, n))));
            if (world.Store.Find<HitlItem>(item)?.EscalationReason == ErrorTable.OutcomeUnknown) wait += Settled;
            world.Timeline.In(wait, () => Decide(item, about, reviewer));
        }
    }

    private void Decide(Guid id, ulong about, int reviewer)
    {
        var item = world.Store.Find<HitlItem>(id)!;
        var result = world.Store.Find<TaskResult>(item.ResultId)!;
        var way = choices.Of(Kind.Human, about, reviewer, 4);
        if (item.EscalationReason == ErrorTable.OutcomeUnknown && world.Network.Find(result.Id.ToString()) is not null) way = 0; // it is out there
        if (way == 3) world.People.Ask(new AssignHitlItem(id, $"reviewer {reviewer}"));
        var decision = way switch
        {
            1 or 4 => HitlDecision.Reject,
            2 => HitlDecision.Modify,
            _ => result.OutputData is null ? HitlDecision.Reject : HitlDecision.Approve
        };
        JsonElement? output = decision == HitlDecision.Modify ? OutputFor(result.TaskType, item) : null;
        world.People.Ask(new DecideHitlItem(id, decision, $"reviewer {reviewer}", ModifiedOutput: output));
    }

    private JsonElement OutputFor(TaskType type, HitlItem item) => type switch
    {
        TaskType.AnalyzeTrend => Trends,
        TaskType.GeneratePost => Post,
        TaskType.ExecuteTransaction => world.Store.Find<AgentTask>(item.TaskId)!.InputData,
        _ => Prepared
    };
}
