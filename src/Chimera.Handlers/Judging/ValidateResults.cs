namespace Chimera.Handlers.Judging;

public sealed record ValidateResults(IReadOnlyList<ReviewItem> Items);
