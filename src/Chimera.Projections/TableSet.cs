using Chimera.Projections.Tables;

namespace Chimera.Projections;

/// <summary>The seven tables of the specification, parents first, as one version of the program folds them.</summary>
/// <param name="Version">Raised with every change of a column, an index or a fold: a host then builds its tables beside those it finds (docs/read-side.md).</param>
public sealed record TableSet(int Version, IReadOnlyList<TableDescription> Tables)
{
    /// <summary>The schema that everybody reads, the one that is being built, and the one that was read before.</summary>
    public const string LiveSchema = "chimera", NextSchema = "chimera_next", PreviousSchema = "chimera_previous";

    public static readonly TableSet Current = new(3,
    [
        AgentsTable.Description, CampaignsTable.Description, TasksTable.Description, ResultsTable.Description, TransactionsTable.Description,
        HitlQueueTable.Description, AuditLogTable.Description
    ]);

    /// <summary>The table of that name; null when there is none.</summary>
    public TableDescription? Find(string table) => Tables.FirstOrDefault(known => known.Name == table);
}
