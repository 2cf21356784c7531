namespace Chimera.Handlers.Committing;

public sealed record CommitEffects(IReadOnlyList<ReviewItem> Items);
