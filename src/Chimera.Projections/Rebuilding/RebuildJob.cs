using Chimera.Projections.Rebuilding;

namespace Chimera.Projections;

/// <summary>What a rebuild is asked to do.</summary>
/// <param name="Table">One table; null for all of them.</param>
/// <param name="ExpectEqual">Any difference ends it without a change: for audits.</param>
/// <param name="AllowChanges">Rows may change or go: for a change of the schema or of a fold. Without it only rows that were missing are put in.</param>
public sealed record RebuildRequest(string? Table, bool ExpectEqual, bool AllowChanges, string RequestedBy);

/// <summary>A rebuild as it stands.</summary>
/// <param name="State"><c>running</c>, <c>swapped</c>, <c>equal</c> (asked for, and nothing changed), <c>refused</c>, <c>cancelled</c> or <c>failed</c>.</param>
/// <param name="Phase">While it runs: <c>reading</c>, <c>comparing</c> or <c>swapping</c>.</param>
/// <param name="Events">Taken in so far.</param>
/// <param name="Total">The sequence it builds up to.</param>
public sealed record RebuildStatus(
    Guid RebuildId, string? Table, string RequestedBy, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string State, string Phase, long Events, long Total,
    IReadOnlyList<TableReport> Report, string? Error)
{
    public const string Running = "running", Swapped = "swapped", Equal = "equal", Refused = "refused", Cancelled = "cancelled", Failed = "failed";
}
