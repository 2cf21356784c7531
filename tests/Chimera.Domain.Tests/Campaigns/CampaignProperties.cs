using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using CsCheck;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class CampaignProperties
{
    private static readonly Guid[] Tasks = [Writing, Drawing, Posting, Extra];

    private static readonly Gen<decimal> Usd = Gen.Int[0, 6_000].Select(cents => cents / 100m);

    [Fact]
    public void a_repeated_command_changes_nothing() => Walk.RepeatsChangeNothing(typeof(CampaignDecider), Campaign.Evolve, [Drafted], Moves());

    /// <summary>The budget is never overshot while no task costs more than it reserved, and every dollar is booked once.</summary>
    [Fact]
    public void spent_and_reserved_together_never_exceed_the_budget() =>
        Gen.Select(Gen.Int[0, 9], Usd, Gen.Int[0, 100], Gen.Int[0, 1_000]).Array[1, 60].Sample(steps =>
        {
            var books = new Books();
            foreach (var (kind, usd, percent, seed) in steps) books.Step(kind, usd, percent / 100m, seed);
        }, iter: 1_000);

    private sealed class Books
    {
        private readonly Dictionary<Guid, decimal> reservations = [];
        private readonly HashSet<Guid> settledOnce = [];
        private Campaign campaign = Campaign.Evolve(null, Created)!;
        private decimal spent;
        private int named;

        public void Step(int kind, decimal usd, decimal share, int seed)
        {
            var events = Walk.Decided(new Move<Campaign, CampaignEvent>(kind, state => Decide(kind, state, usd, share, seed)), campaign) ?? [];
            foreach (var happened in events)
            {
                campaign = Campaign.Evolve(campaign, happened)!;
                if (happened is not TasksSettled settled) continue;
                spent += settled.SpentUsd;
                Assert.All(settled.Completed.Concat(settled.Failed), task => Assert.True(settledOnce.Add(task), "A task was settled twice."));
            }
            Assert.True(campaign.SpentUsd + campaign.ReservedUsd <= campaign.BudgetUsd, $"{campaign.SpentUsd} + {campaign.ReservedUsd} > {campaign.BudgetUsd}");
            Assert.Equal(spent, campaign.SpentUsd);
            Assert.Equal(campaign.OpenTasks.Sum(task => reservations[task]), campaign.ReservedUsd);
            Assert.Equal(settledOnce.Count, campaign.CompletedTasks + campaign.FailedTasks);
        }

        private CampaignEvent[] Decide(int kind, Campaign state, decimal usd, decimal share, int seed) => kind switch
        {
            0 => CampaignDecider.Decide(Plan(Task(Reserve(usd), usd), Task(Reserve(usd / 2), usd / 2)), state, Now),
            1 or 2 or 3 => CampaignDecider.Decide(new AddCampaignTask(CampaignId, Reserve(usd), usd), state, Now),
            4 or 5 or 6 => CampaignDecider.Decide(new SettleTasks(CampaignId, [.. Some(seed).Select(task => Outcome(task, share, seed))]), state, Now),
            7 => CampaignDecider.Decide(new PauseCampaign(CampaignId, "operator"), state, Now),
            8 => CampaignDecider.Decide(new ResumeCampaign(CampaignId), state, Now),
            _ => CampaignDecider.Decide(new ReviseCampaign(CampaignId, BudgetUsd: usd * 4), state, Now)
        };

        private Guid Reserve(decimal usd)
        {
            var task = new Guid(++named, 0, 0, new byte[8]);
            reservations[task] = usd;
            return task;
        }

        // Open, settled and refused tasks alike, some of them twice.
        private Guid[] Some(int seed) => [.. reservations.Keys.Where((_, i) => i * 7 % 3 == seed % 3).Concat(reservations.Keys.Take(seed % 2))];

        private TaskOutcome Outcome(Guid task, decimal share, int seed) => new(task, seed % 5 > 0, reservations[task], reservations[task] * share);
    }

    private static Gen<Move<Campaign, CampaignEvent>> Moves()
    {
        var task = Gen.OneOf(Tasks);
        var outcome = Gen.Select(task, Gen.Bool, Usd, Usd, (id, completed, reserved, cost) => new TaskOutcome(id, completed, reserved, cost));
        var revision = Gen.Select(Gen.Int[0, 3], Usd, (field, usd) => field switch
        {
            0 => new ReviseCampaign(CampaignId, Name: $"Roastery {usd}"),
            1 => new ReviseCampaign(CampaignId, Description: $"Costs {usd}."),
            2 => new ReviseCampaign(CampaignId, EndDate: Then.AddDays((double)usd)),
            _ => new ReviseCampaign(CampaignId, BudgetUsd: usd * 3)
        });
        return Gen.OneOf(
            revision.Select(command => Move(command, CampaignDecider.Decide)),
            Gen.Const(Move(new LaunchCampaign(CampaignId), CampaignDecider.Decide)),
            Gen.Select(Usd, Usd, (one, other) => Move(Plan(Task(Writing, one), Task(Drawing, other, Writing)), CampaignDecider.Decide)),
            Gen.OneOf("no model", "circular").Select(reason => Move(new FailPlan(CampaignId, "PLAN", reason), CampaignDecider.Decide)),
            Gen.Select(task, Usd, (id, usd) => Move(new AddCampaignTask(CampaignId, id, usd), CampaignDecider.Decide)),
            outcome.Array[0, 4].Select(outcomes => Move(new SettleTasks(CampaignId, outcomes), CampaignDecider.Decide)),
            Gen.Const(Move(new PauseCampaign(CampaignId, "operator"), CampaignDecider.Decide)),
            Gen.Const(Move(new ResumeCampaign(CampaignId), CampaignDecider.Decide)),
            Gen.Frequency((1, Gen.Const(Move(new CancelCampaign(CampaignId, "operator"), CampaignDecider.Decide))),
                (9, Gen.Const(Move(new ResumeCampaign(CampaignId), CampaignDecider.Decide)))));
    }

    private static Move<Campaign, CampaignEvent> Move<T>(T command, Func<T, Campaign, DateTimeOffset, CampaignEvent[]> decide) where T : notnull =>
        new(command, campaign => decide(command, campaign, Now));
}
