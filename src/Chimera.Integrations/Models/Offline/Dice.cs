using System.Security.Cryptography;
using System.Text;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Choices that look free and follow wholly from the content they are made for.</summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(params IEnumerable<string?> content) =>
        _state = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', content))));

    public int Next(int below) => (int)(Next() % (ulong)below);

    public float Between(float low, float high) => low + (high - low) * (Next() >> 40) / (1 << 24);

    public T? Pick<T>(IReadOnlyList<T> from) where T : class => from.Count == 0 ? null : from[Next(from.Count)];

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items) =>
        [.. items.Select(item => (item, order: Next())).OrderBy(pair => pair.order).Select(pair => pair.item)];

    private ulong Next() // SplitMix64
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
