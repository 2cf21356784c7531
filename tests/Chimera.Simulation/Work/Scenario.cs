using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;
using Chimera.Handlers.Trends;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Work;

/// <summary>What is asked for: agents, campaigns and the tasks of their plans, as the seed draws them.</summary>
public sealed class Scenario(World world, Choices choices)
{
    public const decimal Reserved = 0.10m;
    public const int MostCampaigns = 3, MostTasks = 6;
    private const string Wallet = "0x0000000000000000000000000000000000000001", Foreign = "0x0000000000000000000000000000000000000002";

    private static readonly JsonElement Text = ChimeraJson.Write(new GeneratePostInput("espresso", Platform.Twitter)),
        Reply = ChimeraJson.Write(new ReplyCommentInput(Platform.Twitter, "comment-1", "Eve", "Is it good?")),
        Trend = ChimeraJson.Write(new AnalyzeTrendInput());

    private static readonly TaskType[] Types =
        [TaskType.GeneratePost, TaskType.PostContent, TaskType.PostContent, TaskType.ReplyComment, TaskType.AnalyzeTrend, TaskType.ExecuteTransaction];

    public IReadOnlyList<Guid> Agents { get; } = [Hash.ToId(1, 0), Hash.ToId(1, 1)];
    public List<Guid> Campaigns { get; } = [];
    public List<Guid> Tasks { get; } = [];

    /// <summary>What each task of a campaign has set aside.</summary>
    public Dictionary<Guid, decimal> Reservations { get; } = [];

    public void Begin()
    {
        for (var i = 0; i < Agents.Count; i++)
        {
            world.Names.Give(Agents[i], $"agent{i}");
            var agent = new CreateAgent(Agents[i], $"Agent {i}", null, new("soul.md", [], [], []), new("# Soul", "00"), new($"agent{i}"), i == 0 ? Wallet : null, null);
            world.Transport.Send(agent, 1, i, isCommand: true);
        }
        for (var i = 0; i < MostCampaigns; i++)
            if (i == 0 || choices.Is(Kind.Campaign, (ulong)i, 0)) world.Timeline.In(TimeSpan.FromSeconds(1), CreateCampaign((ulong)i));
    }

    /// <summary>The tasks of a campaign. A planner that is asked again plans anew.</summary>
    public PlanTask[] Plan(Campaign campaign, DateTimeOffset now)
    {
        var (about, tasks) = (Hash.Of(campaign.Id), new List<PlanTask>(MostTasks));
        var plan = world.Count(Kind.Task, about);
        for (var i = 0; i < MostTasks; i++)
            if (i == 0 || choices.Is(Kind.Task, about, i)) tasks.Add(NewTask(Hash.Mix(about, (ulong)plan), about, i, campaign, now, tasks));
        return [.. tasks.Select(task => task with { Dependents = [.. tasks.Where(one => one.Dependencies!.Contains(task.TaskId)).Select(one => one.TaskId)] })];
    }

    /// <param name="shape">What the choices of its shape are about.</param>
    /// <param name="before">Tasks that it may wait for.</param>
    public PlanTask NewTask(ulong ids, ulong shape, int n, Campaign? campaign, DateTimeOffset now, IReadOnlyList<PlanTask> before)
    {
        var id = Hash.ToId(ids, (ulong)n);
        if (!Reservations.ContainsKey(id)) Tasks.Add(id);
        Reservations[id] = Reserved;
        world.Names.Give(id, $"task{Tasks.IndexOf(id)}");
        var type = Types[choices.Of(Kind.TaskType, shape, n, Types.Length - 1)];
        if (type == TaskType.AnalyzeTrend) ExpectPost(id);
        var dependencies = before.Where((_, i) => choices.Is(Kind.Dependency, shape, (n * 64) + i)).ToArray();
        var agent = campaign?.AgentIds[n % campaign.AgentIds.Count] ?? Agents[0];
        return new(id, agent, campaign?.Id, type, InputOf(type, shape, n, now, dependencies), choices.Of(Kind.Priority, shape, n, 5) + 3,
            [.. dependencies.Select(task => task.TaskId)], MaxRetries: 3 - choices.Of(Kind.Retries, shape, n, 3), TimeoutSeconds: 8, TraceId: "trace",
            ReservedUsd: Reserved, DryRun: choices.Is(Kind.DryRun, shape, n));
    }

    /// <summary>A campaign may have trends looked at.</summary>
    private void ExpectAnalyses(Guid campaign)
    {
        for (var day = -1; day <= 1; day++)
            foreach (var place in TrendPolicy.Default.PlacesOf(campaign, Timeline.Start.AddDays(day)))
            {
                Reservations[place] = TrendPolicy.Default.TaskUsd;
                world.Names.Give(place, $"{world.Names.Of(campaign)}-analysis");
                ExpectPost(place);
            }
    }

    /// <summary>People talk about something that all campaigns are about.</summary>
    private void SpreadTrend(int number)
    {
        var seen = new TrendSeen(Domain.Trends.Trend.IdOf(AnalyzeTrendInput.Trending, "Espresso"), AnalyzeTrendInput.Trending, new("Espresso", "culture", 0.9, [], Sentiment.Neutral), Timeline.Start);
        world.Names.Give(seen.TrendId, "trend");
        world.Timeline.In(TimeSpan.FromSeconds(8), () => world.Transport.Send(new TakeTrends([seen], [.. Campaigns]), 4, number, isCommand: false));
    }

    /// <summary>An analysis that is accepted leads to a post.</summary>
    private void ExpectPost(Guid analysis)
    {
        var (post, publication) = (FollowTrendHandler.PostOf(analysis), FollowTrendHandler.PublicationOf(analysis));
        (Reservations[post], Reservations[publication]) = (TrendPolicy.Default.TaskUsd, 0);
        world.Names.Give(post, $"{world.Names.Of(analysis)}-post");
        world.Names.Give(publication, $"{world.Names.Of(analysis)}-publication");
    }

    private JsonElement InputOf(TaskType type, ulong shape, int n, DateTimeOffset now, PlanTask[] dependencies) => type switch
    {
        TaskType.PostContent => PostInput(dependencies.FirstOrDefault(task => task.Type == TaskType.GeneratePost)?.TaskId,
            choices.Is(Kind.Scheduled, shape, n) ? now + TimeSpan.FromSeconds(5 + (40 * choices.Amount(Kind.Scheduled, shape, n))) : null),
        TaskType.ReplyComment => Reply,
        TaskType.AnalyzeTrend => Trend,
        TaskType.ExecuteTransaction => ChimeraJson.Write(new ExecuteTransactionInput(TransactionType.Transfer, Wallet, "100", TokenType.Eth, "Tip", Foreign)),
        _ => Text
    };

    private static JsonElement PostInput(Guid? textFrom, DateTimeOffset? time) => ChimeraJson.Write(new PostContentInput(
        Platform.Twitter, textFrom is null ? new(Text: "Open now.") : new(TextFrom: textFrom), time is null ? null : new(ScheduledTime: time)));

    private Action CreateCampaign(ulong number) => () =>
    {
        var id = Hash.ToId(2, number);
        world.Names.Give(id, $"campaign{number}");
        Campaigns.Add(id);
        ExpectAnalyses(id);
        var (now, draft) = (Timeline.Start + world.Timeline.Now, choices.Is(Kind.Draft, number, 0));
        DateTimeOffset? end = choices.Is(Kind.EndDate, number, 0) ? now + TimeSpan.FromSeconds(20 + (50 * choices.Amount(Kind.EndDate, number, 0))) : null;
        var limits = choices.Is(Kind.MaxParallel, number, 0) ? new PlanConstraints(MaxParallel: 1) : null;
        var (budget, status) = (choices.Is(Kind.TightBudget, number, 0) ? 0.6m : 50, draft ? CampaignStatus.Draft : CampaignStatus.Active);
        var campaign = new CreateCampaign(id, $"Campaign {number}", null, Agents, now, end, budget, [new("Be known", ["espresso"], [Platform.Twitter], 1)],
            limits, choices.Is(Kind.DryRun, number, 99), status, "trace");
        world.Transport.Send(campaign, 2, (int)number, isCommand: true);
        if (choices.Is(Kind.Campaign, number, 1)) SpreadTrend((int)number);
        if (draft) world.Timeline.In(TimeSpan.FromSeconds(5), () => world.Transport.Send(new LaunchCampaign(id), 3, (int)number, isCommand: true));
    };
}
