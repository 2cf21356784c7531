using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Rest;
using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using Chimera.Projections.Tables;
using GraphQL;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Figures;

/// <summary>How many tasks and items for humans there are of each status, from the kept counters.</summary>
internal sealed class Counts(ReadDatabase database, Moments moments)
{
    private const string Tasks = "tasks", Hitl = "hitlItems", Total = "total";

    private sealed record Counted(IReadOnlyDictionary<string, long> Tasks, IReadOnlyDictionary<string, long>? Hitl);

    public void AddTo(ObjectGraphType query) => query.AddField(Plain.Root("counts", "Tasks and items for humans by status: all, or those of a campaign or an agent.",
        Plain.Of<Counted>("Counts", "What there is, by status.",
            (Tasks, OfWords<PublicTaskStatus>("TaskCounts").Required(), counted => counted.Tasks), (Hitl, OfWords<HitlStatus>("HitlCounts"), counted => counted.Hitl)).Required(),
        Read, [Plain.Argument("campaignId", Scalars.Id), Plain.Argument("agentId", Scalars.Id, "Items for humans are not counted by agent."), .. Moments.Arguments()]));

    private static ObjectGraphType OfWords<TEnum>(string name) where TEnum : struct, Enum => Plain.Of<IReadOnlyDictionary<string, long>>(name, "A number for each status.",
    [
        (Total, Scalars.Long.Required(), numbers => numbers.Values.Sum()),
        .. Enum.GetValues<TEnum>().Select(ChimeraJson.NameOf).Select<string, (string, IGraphType, Func<IReadOnlyDictionary<string, long>, object?>)>(
            word => (TableType.Camel(word), Scalars.Long.Required(), numbers => numbers.GetValueOrDefault(word)))
    ]);

    private async Task<object?> Read(IResolveFieldContext context)
    {
        var (campaign, agent) = (context.Value<object>("campaignId"), context.Value<object>("agentId"));
        if (campaign is not null && agent is not null) throw new RefusedRequestException(400, "request.parameter", "The counts are those of a campaign or of an agent.");
        var (tasks, hitl, id) = campaign is not null ? (Counters.CampaignTasks, Counters.CampaignHitl, Ids.Read(campaign, "campaignId"))
            : agent is not null ? (Counters.AgentTasks, null, Ids.Read(agent, "agentId"))
            : (Counters.Tasks, Counters.Hitl, Guid.Empty);
        var schema = await moments.Schema(context);
        await using var command = database.Command(
            $"select counter, word, number from {schema}.{Counters.Table} where counter in ($1, $2) and id = $3 and bucket = '{Counters.NoBucket:O}'",
            tasks, hitl ?? tasks, id);
        var numbers = new Dictionary<string, Dictionary<string, long>> { [tasks] = [], [hitl ?? ""] = [] };
        await using var row = await command.ExecuteReaderAsync(context.CancellationToken);
        while (await row.ReadAsync(context.CancellationToken)) numbers[row.GetString(0)][row.GetString(1)] = row.GetInt64(2);
        return new Counted(numbers[tasks], hitl is null ? null : numbers[hitl]);
    }
}
