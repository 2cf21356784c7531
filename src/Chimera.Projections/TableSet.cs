using Chimera.Projections.Tables;

namespace Chimera.Projections;

/// <summary>The seven tables of the specification, parents first.</summary>
public static class TableSet
{
    /// <summary>The schema that everybody reads.</summary>
    public const string LiveSchema = "chimera";

    public static readonly IReadOnlyList<TableDescription> All =
    [
        AgentsTable.Description, CampaignsTable.Description, TasksTable.Description, ResultsTable.Description, TransactionsTable.Description,
        HitlQueueTable.Description, AuditLogTable.Description
    ];
}
