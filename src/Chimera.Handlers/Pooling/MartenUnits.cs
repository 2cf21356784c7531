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
    public IUnit Begin(Origin origin, bool fresh)
    {
        var session = store.LightweightSession();
        return new Unit(new Session(session, new(session, cache), scopes, origin), cache, fresh);
    }

    private sealed class Session(IDocumentSession session, MartenStreams streams, IServiceScopeFactory scopes, Origin origin) : IUnitStore
    {
        public Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => streams.Load(step, ids, cancellation);
        public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => streams.LoadShared(step, ids, cancellation);
        public Task LoadNew(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => streams.LoadNew(step, ids, cancellation);
        public Task Checkpoint(Step step, CancellationToken cancellation) => streams.Checkpoint(step, cancellation);
        public Task<List<(Guid Id, long Version)>> Versions(Guid[] ids, CancellationToken cancellation) => StateCache.Versions(session, ids, cancellation);

        public async Task Save(IReadOnlyCollection<Change> changes, IReadOnlyList<Outgoing> messages, CancellationToken cancellation)
        {
            try
            {
                await Store(changes, messages, cancellation);
            }
            catch (Exception lost) when (HasMoved(lost))
            {
                throw new StreamMovedException(lost);
            }
        }

        public ValueTask DisposeAsync() => session.DisposeAsync();

        private async Task Store(IReadOnlyCollection<Change> changes, IReadOnlyList<Outgoing> messages, CancellationToken cancellation)
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
