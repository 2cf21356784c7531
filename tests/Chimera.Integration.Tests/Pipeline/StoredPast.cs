using Chimera.Handlers;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>Streams in memory, for a look at a single step.</summary>
internal sealed class StoredPast : IStreams
{
    private readonly Dictionary<Guid, object[]> streams = [];

    public void Happened(Guid stream, params object[] events) => streams[stream] = [.. streams.GetValueOrDefault(stream, []), .. events];

    public Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        foreach (var id in ids.Where(id => !step.Knows(id)).Distinct())
        {
            step.Add(id, default);
            foreach (var @event in streams.GetValueOrDefault(id, [])) step.Evolve(id, step.Of(id).Version + 1, @event);
        }
        return Task.CompletedTask;
    }

    public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => Load(step, ids, cancellation);

    public Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => Load(step, ids, cancellation);

    public Task Checkpoint(Step step, CancellationToken cancellation) => throw new NotSupportedException();
}
