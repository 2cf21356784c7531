using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Chimera.Integrations.Queues;

/// <summary>Runs a handler and waits until its transaction is stored.</summary>
internal sealed class Bus(IServiceScopeFactory scopes)
{
    public async Task Invoke(object message)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(message);
    }

    public async Task<T> Invoke<T>(object message)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync<T>(message);
    }
}
