namespace Chimera.Projections.Tables;

/// <summary>
/// The rows last folded, with the stream version they stand at. A row is a function of its stream up to a version, so a kept row with the right
/// version is right whatever became of the transaction it was written in. Holds between one and two times <c>size</c> rows.
/// </summary>
internal sealed class RowCache<TRow>(int size) where TRow : class
{
    private Dictionary<Guid, (long Version, TRow Row)> young = [], old = [];

    public bool TryGet(Guid id, long version, out TRow? row)
    {
        var known = young.TryGetValue(id, out var kept) || old.TryGetValue(id, out kept);
        row = kept.Row;
        return known && kept.Version == version;
    }

    public void Keep(Guid id, long version, TRow row)
    {
        young[id] = (version, row);
        if (young.Count < size) return;
        (young, old) = ([], young);
    }
}
