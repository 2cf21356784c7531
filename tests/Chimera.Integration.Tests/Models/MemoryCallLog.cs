using System.Collections.Concurrent;
using Chimera.Domain.Models;
using Chimera.Handlers.Models;

namespace Chimera.Integration.Tests.Models;

/// <summary>What was recorded, in memory.</summary>
internal sealed class MemoryCallLog : IModelCallLog
{
    private readonly ConcurrentQueue<ModelCallRecord> records = new();

    public IReadOnlyList<ModelCallEvent> Events => [.. records.Select(record => record.Event)];
    public IReadOnlyList<ModelCalled> Answers => [.. Events.OfType<ModelCalled>()];

    public Task<ModelCall?> Find(Guid callId, CancellationToken cancellation) =>
        Task.FromResult(Events.Where(happened => happened.Question.CallId == callId).Aggregate((ModelCall?)null, ModelCall.Evolve));

    public Task Record(ModelCallRecord record)
    {
        records.Enqueue(record);
        return Task.CompletedTask;
    }
}
