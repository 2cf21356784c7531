using System.ComponentModel;
using System.Text.Json;
using Chimera.Domain.Hitl;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Api.Rest;

public sealed record Assignment(string AssignedTo);

public sealed record NewDecision(
    HitlDecision Decision, string Reviewer, string? Feedback = null,
    [property: Description("Needed with modify, and only then: the output that replaces the worker's.")] JsonElement? ModifiedOutput = null);

/// <summary>Something that waits, or waited, for a human.</summary>
public sealed record HitlEntry(
    Guid HitlId, Guid? TaskId, Guid? ResultId, Guid? AgentId, Guid? CampaignId, string EscalationReason, JsonElement ContextData, int Priority,
    HitlStatus Status, string? AssignedTo, HitlDecision? Decision, string? Reviewer, string? Feedback, DateTimeOffset CreatedAt, DateTimeOffset? ReviewedAt,
    [property: Description("Only a single item shows it.")] JsonElement? ModifiedOutput = null)
{
    internal static HitlEntry Of(HitlRow row, Guid? agentId, Guid? campaignId, string? reviewer) => new(row.HitlId, row.TaskId, row.ResultId, agentId,
        campaignId, row.EscalationReason, JsonElement.Parse(row.ContextData), row.Priority, Words<HitlStatus>.Value(row.Status), row.AssignedTo,
        row.Decision is { } decision ? Words<HitlDecision>.Value(decision) : null, reviewer, row.Feedback, row.CreatedAt, row.ReviewedAt);

    internal static HitlEntry Of(Folded<HitlRow> folded)
    {
        var item = (HitlItem)folded.State;
        return Of(folded.Row, item.AgentId, item.CampaignId, item.Reviewer) with { ModifiedOutput = item.ModifiedOutput };
    }
}

/// <summary>What an item's table has not: whose task it is about, and which human decided, which only the event says.</summary>
internal sealed class HitlSubjects(NpgsqlDataSource database)
{
    private const string Sql = """
        select h.hitl_id, t.agent_id, t.campaign_id,
            (select e.data ->> 'reviewer' from chimera_events.mt_events e where e.stream_id = h.hitl_id and e.type = 'hitl_item_decided' limit 1)
        from chimera.hitl_queue h left join chimera.tasks t using (task_id) where h.hitl_id = any($1)
        """;

    public async Task<IReadOnlyList<HitlEntry>> Complete(IReadOnlyList<HitlRow> rows, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = rows.Select(row => row.HitlId).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var known = new Dictionary<Guid, (Guid? Agent, Guid? Campaign, string? Reviewer)>();
        while (await reader.ReadAsync(cancellation))
            known[reader.GetGuid(0)] = (Id(reader, 1), Id(reader, 2), reader.IsDBNull(3) ? null : reader.GetString(3));
        return [.. rows.Select(row => Of(row, known.GetValueOrDefault(row.HitlId)))];
    }

    private static HitlEntry Of(HitlRow row, (Guid? Agent, Guid? Campaign, string? Reviewer) rest) => HitlEntry.Of(row, rest.Agent, rest.Campaign, rest.Reviewer);

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
