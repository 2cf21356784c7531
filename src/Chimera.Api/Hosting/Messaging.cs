using Chimera.Api.Rest;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Reviewing;
using Chimera.Handlers.Working;
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

    public static void AddMessaging(this WebApplicationBuilder builder) => builder.UseWolverine(options =>
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
        options.Route();
        options.HandleFailures();
    });

    private static void Route(this WolverineOptions options)
    {
        options.PublishMessage<ExecuteTasks>().ToLocalQueue(Queues.Work).MaximumParallelMessages(Queues.WorkInSight);
        options.Publish(to =>
        {
            to.Message<PlanCampaign>();
            to.Message<PlanTasks>();
            to.Message<ReleaseTasks>();
            to.Message<SkipTasks>();
            to.Message<CancelTasks>();
            to.Message<HandleWorkerFailures>();
            to.Message<MonitorCampaign>();
            to.ToLocalQueue(Queues.Plan).MaximumParallelMessages(4);
        });
        options.PublishMessage<ValidateResults>().ToLocalQueue(Queues.Review).MaximumParallelMessages(Queues.WorkInSight);
        options.PublishMessage<ApplyHitlDecision>().ToLocalQueue(Queues.Decide).MaximumParallelMessages(4);
        options.PublishMessage<CommitEffects>().ToLocalQueue(Queues.Commit).MaximumParallelMessages(4);
        options.Publish(to =>
        {
            to.Message<SettleTasks>();
            to.Message<CancelCampaign>();
            to.Message<PauseAgent>();
            to.ToLocalQueue(Queues.Campaigns).Sequential();
        });
    }

    private static void HandleFailures(this WolverineOptions options)
    {
        options.OnException<RuleViolationException>().MoveToErrorQueue();
        options.OnException<ConcurrencyException>().RetryWithCooldown(Pauses);
        options.OnException<StreamMovedException>().RetryWithCooldown(Pauses);
        options.OnException<EventStreamUnexpectedMaxEventIdException>().RetryWithCooldown(Pauses);
        options.OnException<Marten.Exceptions.ExistingStreamIdCollisionException>().RetryWithCooldown(Pauses);
        options.OnException<JasperFx.Events.ExistingStreamIdCollisionException>().RetryWithCooldown(Pauses);
        options.OnException<NpgsqlException>().RetryWithCooldown([.. Pauses, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)]);
        options.OnException<MartenCommandException>().RetryWithCooldown(Pauses);
    }
}
