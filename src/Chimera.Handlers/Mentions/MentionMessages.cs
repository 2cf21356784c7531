using Chimera.Domain.Mentions;

namespace Chimera.Handlers.Mentions;

/// <summary>Takes what was read from the feed of mentions.</summary>
/// <param name="Agents">Those whose accounts are named or wrote one, as the tables have them; their streams decide.</param>
public sealed record TakeMentions(string Feed, IReadOnlyList<MentionSeen> Seen, IReadOnlyList<Guid> Agents, string Cursor);

/// <summary>What a feed of mentions tells at once.</summary>
/// <param name="Seen">Oldest first.</param>
/// <param name="Cursor">The id of the last entry, also of one that is no mention; null where there is none.</param>
public sealed record MentionPage(IReadOnlyList<MentionSeen> Seen, string? Cursor);

/// <summary>Where mentions are read.</summary>
public interface IMentionSource
{
    /// <summary>The feed's address.</summary>
    string Feed { get; }

    /// <summary>The newest there are, or those that came after the cursor.</summary>
    Task<MentionPage> Since(string? cursor, CancellationToken cancellation);
}
