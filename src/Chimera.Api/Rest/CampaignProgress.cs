using System.ComponentModel;
using Chimera.Domain.Campaigns;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>How far a campaign is.</summary>
public sealed record Progress(
    Guid CampaignId, CampaignStatus Status, int Tasks, int Pending, int InProgress, int Completed, int Failed, int Escalated, int HitlItems, int HitlOpen,
    [property: Description("Posts and replies that are out; 0 in a dry run.")] int Posts,
    [property: Description("Events under the campaign's trace id.")] int Events, decimal SpentUsd);

internal static class CampaignProgress
{
    private const string Sql = """
        with mine as (select task_id, task_type, status from chimera.tasks where campaign_id = $1),
             items as (select h.status from chimera.hitl_queue h join mine using (task_id))
        select count(*)::int, count(*) filter (where status = 'pending')::int, count(*) filter (where status = 'in_progress')::int,
            count(*) filter (where status = 'completed')::int, count(*) filter (where status = 'failed')::int, count(*) filter (where status = 'escalated')::int,
            (select count(*) from items)::int, (select count(*) from items where status in ('pending', 'in_review'))::int,
            count(*) filter (where status = 'completed' and task_type in ('post_content', 'reply_comment'))::int,
            (select count(*) from chimera.audit_log where trace_id = $2)::int,
            (select status from chimera.campaigns where campaign_id = $1), (select spent_usd from chimera.campaigns where campaign_id = $1)
        from mine
        """;

    public static async Task<Reply> Get(Guid id, Streams streams, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var folded = await streams.Read(CampaignsTable.Description, "campaign", id, cancellation);
        var campaign = (Campaign)folded.State;
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = campaign.TraceId });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        // A campaign of this instant may not be in the tables yet, and then neither are its tasks: it is not over before they show it.
        var inTable = !row.IsDBNull(10);
        var young = campaign.Status == CampaignStatus.Draft ? CampaignStatus.Draft : CampaignStatus.Active;
        return Reply.Ok(new Progress(id, inTable ? Words<CampaignStatus>.Value(row.GetString(10)) : young, row.GetInt32(0), row.GetInt32(1), row.GetInt32(2),
            row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), campaign.DryRun ? 0 : row.GetInt32(8), row.GetInt32(9),
            inTable ? row.GetDecimal(11) : 0));
    }
}
