using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Chimera.Api.GraphQL.Past;
using Chimera.Api.Rest;
using Chimera.Projections.Events;
using ModelContextProtocol.Server;

namespace Chimera.Api.Mcp;

internal sealed record HistoryWanted(
    [Description("Of an agent, campaign, task, result, transaction, HITL item, or an entry of the audit log.")] Guid Id,
    [Description("How many events at most; 200 by default."), Range(1, Histories.Most)] int? First = null,
    [Description("Only events after this version, the last of the page before.")] long? AfterVersion = null);

internal sealed record History(IReadOnlyList<PastEvent> Events);

/// <summary>An event as auditors read it: what happened, when, and on whose behalf.</summary>
internal sealed record PastEvent(
    Guid EventId, Guid StreamId, long Version, long Sequence, string Type, DateTimeOffset At, JsonElement Data, string? User, string? Source, string? TraceId,
    Guid? AgentId, string? IpAddress, string? UserAgent)
{
    public static PastEvent Of(StoredEvent one) => new(one.Id, one.StreamId, one.Version, one.Sequence, one.TypeName, one.Timestamp, JsonElement.Parse(one.Json),
        one.User, one.Source, one.TraceId, one.AgentId, one.IpAddress?.ToString(), one.UserAgent);
}

internal static class HistoryTools
{
    public static readonly McpServerTool[] All =
    [
        new OperationTool<HistoryWanted, History>(
            new("get_history", "Read a history", "The events of anything, oldest first: who did what, when and in which trace. Unknown ids have none.") { ReadOnly = true },
            Read)
    ];

    private static async Task<Reply> Read(Call<HistoryWanted> call)
    {
        var events = await call.Part<Histories>().Read(call.Input.Id, call.Input.First ?? Histories.Usual, call.Input.AfterVersion ?? 0, upTo: null, call.Cancellation);
        return Reply.Ok(new History([.. events.Select(PastEvent.Of)]));
    }
}
