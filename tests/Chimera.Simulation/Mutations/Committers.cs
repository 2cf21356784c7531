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
        CommitEffectsHandler.Run(chunk, streams, new([new Impatient(on.Platform, ErrorTable.InvalidOutput)], NullLogger<Committer>.Instance), on, default); // as if the platform had refused for good

    public static Task<Step> TakeLostForRateLimit(CommitEffects chunk, IStreams streams, Machine on) =>
        CommitEffectsHandler.Run(chunk, streams, new([new Impatient(on.Platform, "RATE_LIMIT")], NullLogger<Committer>.Instance), on, default);

    public static Task<Step> StoreNoRequest(CommitEffects chunk, IStreams streams, Machine on) =>
        CommitEffectsHandler.Run(chunk, new Unstored(streams), on.Committer, on, default);

    private sealed class Impatient(ISocialPlatform inner, string code) : ISocialPlatform
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
                throw new ToolException(code, "It took too long.");
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
