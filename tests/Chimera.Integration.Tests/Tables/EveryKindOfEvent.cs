using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Mentions;
using Chimera.Domain.Models;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Tools;
using Chimera.Domain.Transactions;
using Chimera.Domain.Trends;

namespace Chimera.Integration.Tests.Tables;

/// <summary>A made-up past in which every kind of event happens; times fall between microseconds, texts are not ASCII.</summary>
internal static class EveryKindOfEvent
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(1_234_567);
    private static readonly TaskError Error = new("TIMEOUT", "too löng \"quoted\" 😀", "at line 1");

    /// <summary>Streams in the order of their references, each with its events.</summary>
    public static IEnumerable<(Guid Stream, object[] Events)> Of(int seed)
    {
        Guid Id(string name) => DerivedId.Of(new Guid(seed, 0, 0, new byte[8]), name);
        var (agent, campaign, task, other, result, failed) = (Id("agent"), Id("campaign"), Id("task"), Id("other"), Id("result"), Id("failed"));
        yield return (agent, Agent(agent));
        yield return (Id("wallet"), [new WalletClaimed("0x" + seed, agent, Now)]);
        yield return (campaign, Campaign(campaign, agent, task));
        yield return (task, Task(task, agent, campaign, [other], result));
        yield return (other, [Planned(other, agent, null, []), new TaskCancelled("not wanted", Now)]);
        yield return (Id("skipped"), [Planned(Id("skipped"), agent, campaign, []), new TaskSkipped(Error, Now)]);
        yield return (result, Result(result, task));
        yield return (failed, [new ResultSubmitted(failed, task, agent, TaskType.PostContent, 1, ResultStatus.Failure, null, Metadata, Error, "trace", Now), new ResultRejected("judge", null, "why", null, Now)]);
        yield return (Id("hitl"), Hitl(Id("hitl"), task, result, agent, campaign));
        yield return (Id("hitl-2"), [Opened(Id("hitl-2"), task, null, agent, campaign), new HitlItemCancelled("over", Now)]);
        foreach (var (name, outcome) in Outcomes) yield return (Id(name), [new ToolCallRequested(Id(name), "mcp-server-twitter", "post_tweet", task, agent, "key", "sha", Now), outcome]);
        yield return (Id("mention"), [Seen(Id("mention")), new MentionAnswered(task, agent, "1", Now), new MentionPassedOver("it is too old", "1", Now)]);
        yield return (Id("trend"), Trend(Id("trend"), campaign, agent, task));
        yield return (Id("alert"), [new OperatorAlerted(Id("alert"), "AUTH_FAILED", "the tökens are void", Now, agent, task, campaign), new AlertAcknowledged("eve", Now)]);
        yield return (Id("feed"), [new FeedRead("twitter://mentions", "100", 1, Now)]);
        var question = new ModelQuestion(Id("model-call"), "write-post", task, task, 1, "gemini", "gemini-3-pro", "sha", "sha", 8000);
        yield return (Id("model-call"), [new ModelCallFailed(question, Error, 60_000, Now), new ModelCalled(question, 1, "{\"é\":😀", "no JSON", new(1234, 56, 0.00314m, "2026-11-27", 12), Now)]);
        yield return (Id("payment"), Payment(Id("payment"), agent, task, campaign));
    }

    private static readonly (string, ToolCallEvent)[] Outcomes =
        [("called", new ToolCallSucceeded(12, 0.08m, "ideogram-v3", Now)), ("refused", new ToolCallFailed(Error with { RetryAfterSeconds = 30 }, 3, Now)), ("lost", new ToolCallOutcomeUnknown("no answer", 60_000, Now))];

    private static object[] Trend(Guid id, Guid campaign, Guid agent, Guid task) =>
    [
        new TrendSeen(id, "news://trending", new("Solar 😀", "technology", 0.9, [new("https://news.example/1", "Sólar", Now)], Sentiment.Positive), Now),
        new TrendTaken(campaign, agent, task, "1", Now), new TrendPassedOver([agent], "it is not relevant enough", "1", Now),
        new TrendPostPlanned(task, agent, "1", Now), new TrendLetGo(task, "it does not suit the agent", "1", Now)
    ];

    private static MentionSeen Seen(Guid id) => new(id, Platform.Twitter, "100", new("eve", "Eve 😀", true, 7), "@ada שלום 😀", new(1, 2, 3), Now, Now);

    private static object[] Agent(Guid id) =>
    [
        new AgentCreated(id, "Ada ☕", "Bio", new("a.md", ["warm"], ["truth"], []), new("# Ada", "aa"), new("ada"), null, null, Now),
        new AgentRenamed("Ada II", Now), new AgentBioRewritten(null, Now), new AgentPersonaReplaced(new("b.md", [], [], ["go"]), new("# B", "bb"), Now),
        new AgentHandlesReplaced(new(null, "ada"), Now), new AgentWalletAssigned("0x" + id, Now), new AgentCharacterReplaced("ref", Now),
        new AgentPaused("rest", Now), new AgentResumed(Now), new AgentArchived(Now)
    ];

    private static object[] Campaign(Guid id, Guid agent, Guid task) =>
    [
        new CampaignCreated(id, "Launch", "d", [agent, task], Now, null, 99.999m, [new("Be known", ["x"], [Platform.Twitter], 1)], PlanConstraints.None, true, CampaignStatus.Draft, "t", Now),
        new CampaignRenamed("Relaunch", Now), new CampaignDescribed(null, Now), new CampaignEndMoved(Now.AddDays(1), Now), new CampaignBudgetSet(1000.555m, Now),
        new CampaignLaunched(Now), new CampaignPlanned([task], 1.5m, "offline", Now, 0.0123456789m), new CampaignPlanFailed("X", "why", Now, 0.01m), new CampaignTaskAdded(task, 1, Now),
        new TasksSettled([task], [], 1, 0.00345678m, Now), new TasksSettled([], [task], 0, 0.0016m, Now), new CampaignPaused("budget", Now), new CampaignResumed(Now),
        new CampaignCompleted(Now), new CampaignCancelled("over", Now)
    ];

    private static TaskPlanned Planned(Guid id, Guid agent, Guid? campaign, Guid[] dependencies) => new(
        id, agent, campaign, TaskType.PostContent, 9, Json("""{"text":"né 😀 \" \\","n":1.50,"a":[1,null,true]}"""), dependencies, [], 2, 60, "trace-" + id, 0.25m, false, Now, Now);

    private static object[] Task(Guid id, Guid agent, Guid campaign, Guid[] dependencies, Guid result) =>
    [
        Planned(id, agent, campaign, dependencies), new TaskAwaited(result, Now), new TaskStarted(agent, 0, Now), new TaskRetryScheduled(1, Error, 0.1m, Now, Now),
        new TaskStarted(agent, 1, Now), new TaskRevised(2, Json("""{"text":"again"}"""), Error, 0, Now), new TaskRescheduled(Now, Now), new TaskFailed(Error, 0, Now),
        new TaskReopened(Now), new TaskStarted(agent, 3, Now), new TaskEscalated(result, id, "why", Now), new TaskApproved(result, Now), new TaskCommitStarted(result, Now),
        new TaskCommitDeferred(Now),
        new TaskCompleted(result, 0.1m, Now)
    ];

    private static readonly ResultMetadata Metadata = new(12, 0.00012345m, 0.1 + 0.2, "offline", null);

    private static object[] Result(Guid id, Guid task) =>
    [
        new ResultSubmitted(id, task, task, TaskType.PostContent, 0, ResultStatus.NeedsReview, Json("""{"text":"hello"}"""), Metadata, null, "trace", Now),
        new ResultEscalated(task, "low confidence", null, Now), new ResultApproved("human", "eve", "sha", null, Now), new EffectRequested("key", "sha", Now),
        new EffectDeferred(Error, Now), new EffectFailed(Error, Now), new EffectOutcomeUnknown(Error, Now), new EffectSucceeded(Json("""{"post_id":"1"}"""), true, Now), new ResultReplaced(task, "eve", Now)
    ];

    private static HitlItemOpened Opened(Guid id, Guid task, Guid? result, Guid agent, Guid campaign) => new(
        id, task, result, agent, campaign, "low confidence", Json("""{"why":["unsure"]}"""), 3, Now);

    private static object[] Hitl(Guid id, Guid task, Guid result, Guid agent, Guid campaign) =>
    [
        Opened(id, task, result, agent, campaign), new HitlItemAssigned("eve", Now), new HitlItemDecided(HitlDecision.Modify, "eve", "shorter", Json("{}"), Now)
    ];

    private static object[] Payment(Guid id, Guid agent, Guid task, Guid campaign) =>
    [
        new TransactionPrepared(id, agent, task, campaign, TransactionType.Swap, "0xa", "0xb", "1", TokenType.Usdc, "rent", Now), new TransactionApproved("human", "eve", Now),
        new TransactionFailed(Error, Now)
    ];

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
