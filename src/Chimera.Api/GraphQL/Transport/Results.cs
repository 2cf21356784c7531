using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Chimera.Api.Rest;
using GraphQL;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>The results of an operation, one after the other: a query has one, a subscription as many as things happen.</summary>
internal static class Results
{
    /// <summary>How many results wait for a subscriber that is slower than what happens, before it is let go.</summary>
    public const int Waiting = 256;

    public static IAsyncEnumerable<ExecutionResult> InTurn(this ExecutionResult result, CancellationToken cancellation) =>
        result.Streams is { } streams ? Read(streams.Values.Single(), cancellation) : Once(result);

    public static async IAsyncEnumerable<ExecutionResult> Read(IObservable<ExecutionResult> source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var waiting = Channel.CreateBounded<ExecutionResult>(Waiting);
        using var subscription = source.Subscribe(new Writer(waiting.Writer));
        ExecutionResult? end = null;
        while (end is null)
        {
            try
            {
                if (!await waiting.Reader.WaitToReadAsync(cancellation)) yield break;
            }
            catch (RefusedRequestException refused)
            {
                end = new ExecutionResult(Failures.Error(refused.Code, refused.Message));
            }
            while (waiting.Reader.TryRead(out var next)) yield return next;
        }
        yield return end;
    }

    private static async IAsyncEnumerable<ExecutionResult> Once(ExecutionResult result)
    {
        yield return result;
        await Task.CompletedTask;
    }

    private sealed class Writer(ChannelWriter<ExecutionResult> waiting) : IObserver<ExecutionResult>
    {
        public void OnNext(ExecutionResult value)
        {
            if (!waiting.TryWrite(value)) OnError(new RefusedRequestException(400, Failures.SubscriberSlow, $"{Waiting} results waited to be taken; subscribe again and take them sooner."));
        }

        public void OnError(Exception error) => waiting.TryComplete(error);

        public void OnCompleted() => waiting.TryComplete();
    }
}
