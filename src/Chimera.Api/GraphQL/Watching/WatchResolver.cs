using GraphQL;
using GraphQL.Resolvers;

namespace Chimera.Api.GraphQL.Watching;

/// <summary>Starts a watch for whoever subscribes, and ends it when they go.</summary>
internal sealed class WatchResolver(Func<IResolveFieldContext, CancellationToken, IAsyncEnumerable<object?>> watch) : ISourceStreamResolver
{
    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) => new(new Watched(cancellation => watch(context, cancellation)));

    private sealed class Watched(Func<CancellationToken, IAsyncEnumerable<object?>> watch) : IObservable<object?>
    {
        public IDisposable Subscribe(IObserver<object?> observer)
        {
            var until = new CancellationTokenSource();
            _ = Pass(observer, until.Token); // runs up to its first wait, so that nothing that happens from now on is missed
            return new Unsubscribe(until);
        }

        private async Task Pass(IObserver<object?> observer, CancellationToken cancellation)
        {
            try
            {
                await foreach (var one in watch(cancellation)) observer.OnNext(one);
                observer.OnCompleted();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // unsubscribed
            }
            catch (Exception failure)
            {
                observer.OnError(failure);
            }
        }
    }

    private sealed class Unsubscribe(CancellationTokenSource until) : IDisposable
    {
        public void Dispose() => until.Cancel();
    }
}
