using Chimera.Api.Hosting.Rabbit;
using Chimera.Api.Rest;
using Chimera.Domain;
using Chimera.Handlers;
using Chimera.Handlers.Pooling;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using Marten.Exceptions;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;

namespace Chimera.Api.Hosting;

/// <summary>Wolverine: the durable queues between the stages, and what happens when a handler fails.</summary>
internal static class Messaging
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 20, 50, 100, 250, 500, 1000 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    /// <summary>The release build has the code around the handlers in it; without it, it is compiled at every start (ADR 0021).</summary>
    private static bool HasWrittenHandlers => typeof(Messaging).Assembly.GetType("Internal.Generated.WolverineHandlers.GeneratedHandlerRegistry") is not null;

    public static void AddMessaging(this WebApplicationBuilder builder, HostSettings settings) => builder.UseWolverine(options =>
    {
        options.Discovery.IncludeAssembly(typeof(Queues).Assembly);
        options.ApplicationAssembly = typeof(Messaging).Assembly;
        options.CodeGeneration.TypeLoadMode = HasWrittenHandlers ? TypeLoadMode.Static : TypeLoadMode.Dynamic;
        options.UseSystemTextJsonForSerialization(json => ChimeraJson.Configure(json));
        options.AutoBuildMessageStorageOnStartup = AutoCreate.None; // scripts make it (ADR 0012)
        options.Durability.Mode = DurabilityMode.Solo;
        options.Durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(1);
        options.Durability.ScheduledJobFirstExecution = TimeSpan.FromMilliseconds(500);
        options.DefaultExecutionTimeout = TimeSpan.FromHours(1); // tasks carry their own timeouts
        options.Policies.AutoApplyTransactions();
        options.Policies.UseDurableLocalQueues();
        options.Policies.AddMiddleware(typeof(EventMetadata));
        options.Policies.AddMiddleware(typeof(Precondition), Precondition.Guards);
        options.Policies.PropagateIncomingHeadersToOutgoing(EventMetadata.Propagated);
        if (settings.Broker is { } broker) options.RouteOver(broker, settings.Roles);
        else options.RouteLocally();
        options.HandleFailures();
    });

    private static void RouteLocally(this WolverineOptions options)
    {
        foreach (var (queue, messages) in StageMessages.ByQueue)
            options.Publish(to =>
            {
                foreach (var message in messages) to.Message(message);
                var local = to.ToLocalQueue(queue);
                if (queue == Queues.Campaigns) local.Sequential();
                else local.MaximumParallelMessages(queue is Queues.Work or Queues.Review or Queues.Decide ? Queues.WorkInSight : 4);
            });
    }

    private static void HandleFailures(this WolverineOptions options)
    {
        var isolate = new IsolatePoison();
        options.OnException<RuleViolationException>().ContinueWith(isolate);
        options.OnException<ConcurrencyException>().RetryWithCooldown(Pauses).Then.ContinueWith(isolate);
        options.OnException<StreamMovedException>().RetryWithCooldown(Pauses).Then.ContinueWith(isolate);
        options.OnException<EventStreamUnexpectedMaxEventIdException>().RetryWithCooldown(Pauses).Then.ContinueWith(isolate);
        options.OnException<Marten.Exceptions.ExistingStreamIdCollisionException>().RetryWithCooldown(Pauses).Then.ContinueWith(isolate);
        options.OnException<JasperFx.Events.ExistingStreamIdCollisionException>().RetryWithCooldown(Pauses).Then.ContinueWith(isolate);
        options.OnException<NpgsqlException>().RetryWithCooldown([.. Pauses, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)]).Then.ContinueWith(isolate);
        // a connection that broke in the middle of a statement: it is closed, or its transaction is gone
        options.OnException<InvalidOperationException>(broken => broken.Source == "Npgsql").RetryWithCooldown([.. Pauses, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)]).Then.ContinueWith(isolate);
        options.OnException<MartenCommandException>().RetryWithCooldown(Pauses).Then.ContinueWith(isolate);
        options.OnAnyException().ContinueWith(isolate);
    }
}
