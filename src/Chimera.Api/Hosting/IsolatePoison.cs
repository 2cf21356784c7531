using System.Diagnostics;
using Chimera.Handlers;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;

namespace Chimera.Api.Hosting;

/// <summary>
/// What becomes of a message that is not tried again: a chunk is sent again item by item, so that the innocent go on, and a single one goes to the dead
/// letters. Splitting twice, after a crash in between, does no harm: whatever its streams already hold is passed over.
/// </summary>
internal sealed class IsolatePoison : IContinuationSource
{
    public string Description => "Split a chunk; move what is single to the dead letters";

    public IContinuation Build(Exception ex, Envelope envelope) => new Isolation(ex);

    private sealed class Isolation(Exception failure) : IContinuation
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

        public async ValueTask ExecuteAsync(IEnvelopeLifecycle lifecycle, IWolverineRuntime runtime, DateTimeOffset now, Activity? activity)
        {
            var log = runtime.LoggerFactory.CreateLogger<IsolatePoison>();
            try
            {
                var singles = lifecycle.Envelope?.Message is { } message ? StageMessages.Split(message) : [];
                if (singles.Count > 0) await Split(lifecycle, runtime, singles);
                else await lifecycle.MoveToDeadLetterQueueAsync(failure);
                await lifecycle.CompleteAsync();
                log.LogError(failure, "{Message} failed for good: {Outcome}", lifecycle.Envelope?.MessageType,
                    singles.Count > 0 ? $"its {singles.Count} items go on one by one" : "it is among the dead letters");
            }
            catch (Exception lost) when (!runtime.Cancellation.IsCancellationRequested)
            {
                // Wolverine would take the message for dealt with. It stays where it is until there is a place to put it.
                log.LogError(lost, "{Message} failed, and could not be put aside; it is tried again", lifecycle.Envelope?.MessageType);
                await Task.Delay(Pause, runtime.Cancellation);
                await lifecycle.DeferAsync();
            }
        }

        private static async Task Split(IEnvelopeLifecycle lifecycle, IWolverineRuntime runtime, IReadOnlyList<object> singles)
        {
            var bus = new MessageBus(runtime);
            foreach (var single in singles)
            {
                var delivery = new DeliveryOptions();
                foreach (var name in EventMetadata.Propagated)
                    if (lifecycle.Envelope!.TryGetHeader(name, out var value)) delivery.Headers[name] = value;
                await bus.PublishAsync(single, delivery);
            }
        }
    }
}
