using Chimera.Domain.Agents;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Working;
using Chimera.Simulation.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chimera.Simulation.Mutations;

internal static class Committers
{
    public static Task<Step> TakeLostForRefused(CommitEffects chunk, IStreams streams, Machine on) =>
        CommitEffectsHandler.Run(chunk, streams, new([new Impatient(on.Platform)], NullLogger<Committer>.Instance), on, default);

    public static Task<Step> StoreNoRequest(CommitEffects chunk, IStreams streams, Machine on) =>
        CommitEffectsHandler.Run(chunk, new Unstored(streams), on.Committer, on, default);

    public static async Task<Step> TakeAnyRequestBack(CommitEffects chunk, IStreams streams, Machine on)
    {
        var step = await streams.Begin(on.GetUtcNow(), chunk.Items.SelectMany(item => new[] { item.TaskId, item.ResultId }), default);
        await streams.LoadShared(step, chunk.Items.Select(item => step.Find<AgentTask>(item.TaskId)).OfType<AgentTask>().SelectMany(task => new[] { task.AgentId, task.CampaignId ?? task.AgentId }), default);
        var due = CommittingStep.Request(step, chunk.Items);
        if (due.Count > 0) await streams.Checkpoint(step, default);
        foreach (var effect in due) CommittingStep.Record(step, effect with { Retried = false }, await on.Committer.Commit(effect, default));
        return step;
    }

    private sealed class Impatient(ISocialPlatform inner) : ISocialPlatform
    {
        public bool Serves(Platform platform) => inner.Serves(platform);

        public async Task<PostContentOutput> Publish(string idempotencyKey, Agent agent, PreparedPost post, CancellationToken cancellation)
        {
            try
            {
                return await inner.Publish(idempotencyKey, agent, post, cancellation);
            }
            catch (TimeoutException)
            {
                throw new ToolException(ErrorTable.InvalidOutput, "It took too long."); // as if the platform had refused for good
            }
        }

        public Task<PostContentOutput?> Find(string idempotencyKey, CancellationToken cancellation) => inner.Find(idempotencyKey, cancellation);
    }

    private sealed class Unstored(IStreams inner) : IStreams
    {
        public Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => inner.Load(step, ids, cancellation);
        public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => inner.LoadShared(step, ids, cancellation);
        public Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => inner.LoadNew(step, ids, cancellation);
        public Task Checkpoint(Step step, CancellationToken cancellation) => Task.CompletedTask;
    }
}
