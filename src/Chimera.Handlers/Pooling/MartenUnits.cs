using JasperFx;
using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;
using Wolverine.Marten;

namespace Chimera.Handlers.Pooling;

/// <summary>Units of work on Marten's sessions with Wolverine's outbox.</summary>
public sealed class MartenUnits(IDocumentStore store, StateCache cache, IServiceScopeFactory scopes) : IUnits
{
    public IUnit Begin(Origin origin, bool fresh) => new Unit(store.LightweightSession(), cache, scopes, origin, fresh);

    private sealed class Unit(IDocumentSession session, StateCache cache, IServiceScopeFactory scopes, Origin origin, bool fresh) : IUnit
    {
        private readonly MartenStreams streams = new(session, cache);
        private readonly Dictionary<Guid, long> remembered = [];

        public Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
        {
            var wanted = ids.Where(id => !step.Knows(id)).Distinct().ToList();
            if (!fresh) wanted.RemoveAll(id => Remember(step, id));
            return streams.Load(step, wanted, cancellation);
        }

        public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => streams.LoadShared(step, ids, cancellation);

        public Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation)
        {
            if (fresh) return Load(step, ids, cancellation);
            foreach (var id in ids.Where(id => !step.Knows(id))) step.Add(id, default);
            return Task.CompletedTask;
        }

        public Task Checkpoint(Step step, CancellationToken cancellation) => streams.Checkpoint(step, cancellation);

        public async Task Store(Step step, CancellationToken cancellation)
        {
            await VerifyUnchanged(step, cancellation);
            var changes = step.TakeChanges();
            Outgoing[] messages = [.. step.Next.ToMessages()];
            if (changes.Count + messages.Length == 0) return;
            try
            {
                await Save(changes, messages, cancellation);
            }
            catch (Exception lost) when (HasMoved(lost))
            {
                cache.Forget(changes.Select(change => change.StreamId));
                throw new StreamMovedException(lost);
            }
            foreach (var change in changes) cache.Keep(change.StreamId, step.Of(change.StreamId));
        }

        public ValueTask DisposeAsync() => session.DisposeAsync();

        private bool Remember(Step step, Guid id)
        {
            if (!cache.TryGet(id, out var loaded)) return false;
            step.Add(id, loaded);
            remembered[id] = loaded.Version;
            return true;
        }

        /// <summary>What is changed on a remembered state is refused where that was behind; what was only looked at is asked for.</summary>
        private async Task VerifyUnchanged(Step step, CancellationToken cancellation)
        {
            foreach (var change in step.Changes) remembered.Remove(change.StreamId);
            if (remembered.Count == 0) return;
            var moved = (await StateCache.Versions(session, [.. remembered.Keys], cancellation)).Where(now => remembered[now.Id] != now.Version).ToArray();
            if (moved.Length == 0) return;
            cache.Forget(moved.Select(now => now.Id));
            throw new StreamMovedException(null);
        }

        private async Task Save(IReadOnlyCollection<Change> changes, Outgoing[] messages, CancellationToken cancellation)
        {
            Sign();
            await using var scope = scopes.CreateAsyncScope();
            var outbox = scope.ServiceProvider.GetRequiredService<IMartenOutbox>();
            outbox.Enroll(session);
            foreach (var outgoing in messages) await outbox.PublishAsync(outgoing.Message, Delivery(outgoing.At));
            session.Append(changes);
            await session.SaveChangesAsync(cancellation);
        }

        private void Sign()
        {
            session.LastModifiedBy = origin.User;
            foreach (var (name, value) in new[] { (Origin.SourceHeader, origin.Source), (Origin.IpAddressHeader, origin.IpAddress), (Origin.UserAgentHeader, origin.UserAgent) })
                if (value is not null) session.SetHeader(name, value);
        }

        private DeliveryOptions Delivery(DateTimeOffset? at)
        {
            var delivery = new DeliveryOptions { ScheduledTime = at };
            foreach (var (name, value) in new[] { (Origin.UserHeader, origin.User), (Origin.SourceHeader, origin.Source) })
                if (value is not null) delivery.Headers[name] = value;
            return delivery;
        }

        /// <summary>Another transaction was first, or is in the way: the same work on fresh states succeeds.</summary>
        private static bool HasMoved(Exception failure) => failure switch
        {
            ConcurrencyException => true,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => true,
            MartenCommandException { InnerException: { } inner } => HasMoved(inner),
            AggregateException many => many.InnerExceptions.All(HasMoved),
            _ => false
        };
    }
}
