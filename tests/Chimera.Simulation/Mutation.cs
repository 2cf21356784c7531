using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Campaigns;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Reviewing;
using Chimera.Handlers.Trends;
using Chimera.Handlers.Working;
using Chimera.Simulation.Mutations;

namespace Chimera.Simulation;

/// <summary>A bug, planted on purpose: a step that somebody could have written so. A simulator that does not find it proves nothing.</summary>
public sealed record Mutation(string Name, Action<Stages> Plant)
{
    public static readonly IReadOnlyList<Mutation> All =
    [
        new("a worker that does not look whether the attempt has its result", stages => stages.Working = on => new Workers.Forgetful(on)),
        new("a rejected task that is tried again without end", stages => stages.Put<HandleWorkerFailures>(Workers.ReviseForEver)),
        new("a plan that reserves nothing", stages => stages.Put<PlanCampaign>(Planners.ReserveNothing)),
        new("a release that does not wait for all dependencies", stages => stages.Put<ReleaseTasks>(Planners.ReleaseEarly)),
        new("a trend that is taken up as often as it is seen", stages => stages.Put<TakeTrends>(Planners.TakeAgain)),
        new("an outcome that is booked as often as it is told", stages => stages.Put<SettleTasks>(Planners.SettleTwice)),
        new("a lost answer that is taken for a refusal", stages => stages.Put<CommitEffects>(Committers.TakeLostForRefused)),
        new("an effect whose request is not stored before it is sent", stages => stages.Put<CommitEffects>(Committers.StoreNoRequest)),
        new("a lost answer that is taken for a rate limit", stages => stages.Put<CommitEffects>(Committers.TakeLostForRateLimit)),
        new("a judge whose policy lets a flagged text pass", stages => stages.Judging = Judges.IgnoreFlags),
        new("a judge that does not look whether the result still waits", stages => stages.Judging = on => new Judges.Blind(on)),
        new("a human's decision that is applied to whatever the task has become", stages => stages.Reviewing = new Judges.BlindReview()),
        new("messages that leave before what caused them is stored", stages => stages.SendsBeforeStoring = true),
        new("a store that takes streams on any version", stages => stages.StoresOnAnyVersion = true)
    ];
}
