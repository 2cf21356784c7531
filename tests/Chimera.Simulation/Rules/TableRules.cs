using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Transactions;
using Chimera.Domain.Trends;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Rules;

/// <summary>The rows folded from the log by the tables' own folds say what the streams say.</summary>
internal sealed partial class TableRules(World world)
{
    /// <summary>As jsonb gives a text back: no character is escaped that need not be.</summary>
    private static readonly JsonSerializerOptions AsStored = new(ChimeraJson.Stored) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<Guid, object?> rows = [];
    private long sequence;

    public void Folded(Guid id, object data) => rows[id] = Fold(rows.GetValueOrDefault(id), id, ++sequence, data);

    public void Committed(Guid id, object? state)
    {
        var agrees = (state, rows.GetValueOrDefault(id)) switch
        {
            (AgentTask task, TaskRow row) => row.Status == ChimeraJson.NameOf(task.Status) && row.RetryCount == task.RetryCount && row.CostUsd == task.CostUsd &&
                row.AssignedWorkerId == task.WorkerId && (row.ErrorDetails is null) == (task.Error is null),
            (Campaign campaign, CampaignRow row) => row.Status == ChimeraJson.NameOf(campaign.Status) &&
                row.SpentExactUsd == campaign.SpentUsd && row.BudgetUsd == campaign.BudgetUsd,
            (TaskResult result, ResultRow row) => row.TaskId == result.TaskId && row.Status == ChimeraJson.NameOf(result.Status) &&
                row.OutputData == result.OutputData?.GetRawText(),
            (HitlItem item, HitlRow row) => row.Status == ChimeraJson.NameOf(item.Status) &&
                row.Decision == (item.Decision is { } decision ? ChimeraJson.NameOf(decision) : null),
            (Transaction transaction, TransactionRow row) => row.Status == ChimeraJson.NameOf(transaction.Status) && row.ApprovedBy == transaction.ApprovedBy,
            (Agent agent, AgentRow row) => row.Status == ChimeraJson.NameOf(agent.Status),
            (WalletClaimed or Alert or Trend, null) => true,
            _ => false
        };
        if (!agrees) world.Break("table-row", $"The row of {world.Names.Of(id)} does not say what its stream says: {rows.GetValueOrDefault(id)}; {state}");
    }

    /// <summary>A rebuild reads the log as JSON from its beginning, and makes the rows that the live tables have.</summary>
    public void CheckFromScratch()
    {
        var rebuilt = new Dictionary<Guid, object?>();
        foreach (var (id, version, data) in world.Store.Log) rebuilt[id] = Fold(rebuilt.GetValueOrDefault(id), id, version, Restored(data));
        foreach (var (id, row) in rows)
            if (Stored(row) != Stored(rebuilt.GetValueOrDefault(id)))
                world.Break("table-rebuild", $"A rebuild makes another row of {world.Names.Of(id)}: {rebuilt.GetValueOrDefault(id)} not {row}");
    }

    [GeneratedRegex(@"\\\\u([0-9A-F]{4})")]
    private static partial Regex Escapes();

    private static object Restored(object data) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), AsStored), data.GetType(), AsStored)!;

    /// <summary>jsonb makes no difference between a character and its escape.</summary>
    private static string Stored(object? row) => row is null
        ? ""
        : Escapes().Replace(JsonSerializer.Serialize(row, row.GetType(), AsStored), found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString());

    private static object? Fold(object? row, Guid id, long version, object data)
    {
        var stored = new StoredEvent(default, id, version, version, data, "", Timeline.Start);
        return data switch
        {
            TaskEvent => TasksTable.Fold((TaskRow?)row, stored),
            ResultEvent => ResultsTable.Fold((ResultRow?)row, stored),
            CampaignEvent => CampaignsTable.Fold((CampaignRow?)row, stored),
            HitlEvent => HitlQueueTable.Fold((HitlRow?)row, stored),
            TransactionEvent => TransactionsTable.Fold((TransactionRow?)row, stored),
            AgentEvent => AgentsTable.Fold((AgentRow?)row, stored),
            _ => row
        };
    }
}
