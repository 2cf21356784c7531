using System.Net;
using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;

namespace Chimera.Projections.Tests;

/// <summary>One past for all folds: an agent, its campaign and a task, and the way events are stored.</summary>
internal static class Past
{
    public static readonly Guid Ada = Guid.Parse("0195a000-0000-7000-8000-000000000001"), Launch = Guid.Parse("0195a000-0000-7000-8000-000000000002"),
        Post = Guid.Parse("0195a000-0000-7000-8000-000000000003"), Worker = Guid.Parse("0195a000-0000-7000-8000-000000000004"),
        Draft = Guid.Parse("0195a000-0000-7000-8000-000000000005"), Question = Guid.Parse("0195a000-0000-7000-8000-000000000006"),
        Payment = Guid.Parse("0195a000-0000-7000-8000-000000000007");

    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Later = Now.AddHours(1);

    public static readonly Persona AdasPersona = new("souls/ada.md", ["warm"], ["truth"], ["be kind"]);

    public static readonly AgentCreated AdaCreated = new(Ada, "Ada", "Writes.", AdasPersona, new("# Ada", "aa"), new("ada", "ada.pics"), null, null, Now);

    public static readonly CampaignCreated LaunchCreated = new(
        Launch, "Launch", null, [Ada], Now, Later, 100.005m, [new("Be known", ["dotnet"], [Platform.Twitter], 2)], PlanConstraints.None, false,
        CampaignStatus.Active, "trace", Now);

    public static readonly TaskPlanned PostPlanned = new(
        Post, Ada, Launch, TaskType.GeneratePost, 7, Json("""{"platform":"twitter"}"""), [Draft], [], 3, 300, "trace", 0.5m, false, null, Now);

    public static readonly TaskError TookTooLong = new("TIMEOUT", "took too long");

    public static JsonElement Json(string text) => JsonElement.Parse(text);

    /// <summary>The row that <paramref name="events"/> of one stream make.</summary>
    public static TRow? Row<TRow>(this TableDescription<TRow> table, Guid stream, params object[] events) where TRow : class
    {
        TRow? row = null;
        for (var i = 0; i < events.Length; i++) row = table.Fold(row, Stored(stream, events[i], version: i + 1));
        return row;
    }

    public static StoredEvent Stored(Guid stream, object data, long version = 1, string? traceId = null, Guid? agentId = null, IPAddress? ip = null) =>
        new(Guid.Parse("0195a000-0000-7000-8000-0000000000ff"), stream, version, version, data, "type_name", Now, traceId, agentId, ip, "curl/8", "ada", "{}"u8.ToArray());
}
