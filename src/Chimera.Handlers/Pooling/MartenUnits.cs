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
    public IUnit Begin(Origin origin) => new Unit(store.LightweightSession(), cache, scopes, origin);

    private sealed class Unit(IDocumentSession session, StateCache cache, IServiceScopeFactory scopes, Origin origin) : IUnit
    {
        private readonly MartenStreams streams = new(session, cache);

        public Task Load(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => streams.Load(step, ids, cancellation);

        public Task LoadShared(Step step, IEnumerable<Guid> ids, CancellationToken cancellation) => streams.LoadShared(step, ids, cancellation);

        public Task Checkpoint(Step step, CancellationToken cancellation) => streams.Checkpoint(step, cancellation);

        public async Task Store(Step step, CancellationToken cancellation)
        {
            Sign();
            await using var scope = scopes.CreateAsyncScope();
            var outbox = scope.ServiceProvider.GetRequiredService<IMartenOutbox>();
            outbox.Enroll(session);
            foreach (var outgoing in step.Next.ToMessages()) await outbox.PublishAsync(outgoing.Message, Delivery(outgoing.At));
            session.Append(step.TakeChanges());
            try
            {
                await session.SaveChangesAsync(cancellation);
            }
            catch (Exception lost) when (HasMoved(lost))
            {
                throw new StreamMovedException(lost);
            }
        }

        public ValueTask DisposeAsync() => session.DisposeAsync();

        private void Sign()
        {
            session.LastModifiedBy = origin.User;
            foreach (var (name, value) in Headers())
                if (value is not null) session.SetHeader(name, value);
        }

        private DeliveryOptions Delivery(DateTimeOffset? at)
        {
            var delivery = new DeliveryOptions { ScheduledTime = at };
            foreach (var (name, value) in new[] { (Origin.UserHeader, origin.User), (Origin.SourceHeader, origin.Source) })
                if (value is not null) delivery.Headers[name] = value;
            return delivery;
        }

        private (string Name, string? Value)[] Headers() =>
            [(Origin.SourceHeader, origin.Source), (Origin.IpAddressHeader, origin.IpAddress), (Origin.UserAgentHeader, origin.UserAgent)];

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
