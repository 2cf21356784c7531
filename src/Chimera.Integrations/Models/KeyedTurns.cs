namespace Chimera.Integrations.Models;

/// <summary>Lets those who want the same thing go one after the other, and all others at once.</summary>
internal sealed class KeyedTurns
{
    private readonly Dictionary<Guid, Place> places = [];

    public async Task<IDisposable> Take(Guid key, CancellationToken cancellation)
    {
        Place place;
        lock (places)
        {
            if (!places.TryGetValue(key, out place!)) places[key] = place = new();
            place.Wanted++;
        }
        try
        {
            await place.Gate.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Leave(key, place);
            throw;
        }
        return new Turn(this, key, place);
    }

    private void Leave(Guid key, Place place)
    {
        lock (places)
            if (--place.Wanted == 0) places.Remove(key);
    }

    private sealed class Place
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public int Wanted { get; set; }
    }

    private sealed class Turn(KeyedTurns turns, Guid key, Place place) : IDisposable
    {
        public void Dispose()
        {
            place.Gate.Release();
            turns.Leave(key, place);
        }
    }
}
