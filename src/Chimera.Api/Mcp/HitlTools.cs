using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Chimera.Api.Rest;
using Chimera.Domain.Hitl;
using ModelContextProtocol.Server;

namespace Chimera.Api.Mcp;

internal sealed record HitlItemsWanted(
    HitlStatus? Status = null, Guid? CampaignId = null, [Description(Listings.Limit), Range(1, PageQuery.Largest)] int? Limit = null,
    [Description(Listings.After)] string? After = null);

internal sealed record HitlItemWanted(Guid HitlId);

internal sealed record HitlDecisionWanted(
    Guid HitlId, [Description("modify replaces the output, which is then judged again.")] HitlDecision Decision,
    [Description("Who decides: a person, for the record.")] string Reviewer, string? Feedback = null,
    [Description("Needed with modify, and only then: the output that replaces the worker's.")] JsonElement? ModifiedOutput = null);

internal static class HitlTools
{
    public static readonly McpServerTool[] All =
    [
        new OperationTool<HitlItemsWanted, Page<HitlEntry>>(
            new("list_hitl_items", "List what waits for a human", "Highest priority first, then the oldest.") { ReadOnly = true },
            call => Hitl.List(Listings.Page(call.Input.Limit, call.Input.After), Listings.Word(call.Input.Status), call.Input.CampaignId, call.Part<Pages>(),
                call.Part<HitlSubjects>(), call.Cancellation)),
        new OperationTool<HitlItemWanted, HitlEntry>(
            new("get_hitl_item", "Read an item", "One item with all that a human needs to decide.") { ReadOnly = true },
            call => Hitl.Get(call.Input.HitlId, call.Part<Streams>(), call.Cancellation)),
        new OperationTool<HitlDecisionWanted, HitlEntry>(
            new("decide_hitl_item", "Decide an item", "A person's decision, once: the same again changes nothing, another is refused. An approval publishes what was doubted.")
            { Idempotent = true, Publishes = true },
            Decide)
    ];

    private static Task<Reply> Decide(Call<HitlDecisionWanted> call)
    {
        var wanted = call.Input;
        return Hitl.TakeDecision(wanted.HitlId, new NewDecision(wanted.Decision, wanted.Reviewer, wanted.Feedback, wanted.ModifiedOutput), call.Part<Commands>(),
            call.Part<Streams>(), call.Cancellation);
    }
}
