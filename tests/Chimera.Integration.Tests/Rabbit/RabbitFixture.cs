namespace Chimera.Integration.Tests.Rabbit;

/// <summary>One broker for the tests of a class.</summary>
public sealed class RabbitFixture : IAsyncDisposable
{
    public RabbitServer Server { get; } = new();

    /// <summary>Starts it unless it runs.</summary>
    public async Task<RabbitServer> Running()
    {
        await Server.Start();
        return Server;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
