namespace Chimera.Api.GraphQL.Reading;

/// <summary>The pages of one list for all rows that ask: a page for each parent, however many rows have that parent.</summary>
/// <param name="level">What is read for all of them.</param>
internal sealed class Children(Level level)
{
    private readonly Dictionary<Guid, Page> pages = [];

    public Level Level { get; } = level;

    public Guid[] Parents => [.. pages.Keys];

    public void Ask(Guid parent) => pages.TryAdd(parent, Page.Empty(Level));

    public Page PageOf(Guid parent) => pages[parent];

    /// <summary>That of a row's parent, which may not be there.</summary>
    public Page PageOf(object? parent) => parent is Guid key && pages.TryGetValue(key, out var page) ? page : Page.Empty(Level);
}
