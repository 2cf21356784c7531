namespace Chimera.Integrations.Models.Offline;

/// <summary>A text put together from pieces: the more important go in first, all stand in reading order, and nothing is cut mid-word.</summary>
internal sealed class Composition(int limit, string separator)
{
    private readonly SortedDictionary<int, string> _pieces = [];
    private int _length;

    public int Count => _pieces.Count;

    public string Text => string.Join(separator, _pieces.Values);

    /// <summary>Adds a piece, shortened to whole sentences or words when it must be.</summary>
    public void AddEssential(int position, string? piece)
    {
        if (!TryAdd(position, piece) && Count == 0 && piece is { Length: > 0 }) TryAdd(position, Sentences.Fit(piece, limit));
    }

    public bool TryAdd(int position, string? piece)
    {
        if (string.IsNullOrWhiteSpace(piece) || _pieces.ContainsKey(position)) return false;
        var longer = _length + piece.Length + (Count > 0 ? separator.Length : 0);
        if (longer > limit) return false;
        _pieces[position] = piece;
        _length = longer;
        return true;
    }

    /// <summary>Adds the first of the pieces that fits.</summary>
    public bool TryAddFirst(int position, IEnumerable<string> pieces) => pieces.Any(piece => TryAdd(position, piece));
}
