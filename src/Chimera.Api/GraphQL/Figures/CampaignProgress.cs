using Chimera.Api.GraphQL.Schema;
using Chimera.Domain;
using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using Chimera.Projections.Tables;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Figures;

/// <summary>How far a campaign is, from the kept counters.</summary>
internal static class CampaignProgress
{
    public static FiguresField Field()
    {
        var type = new ObjectGraphType { Name = "CampaignProgress", Description = "How far a campaign is." };
        var (sums, fields) = (new List<string>(), new List<(string Name, string Column)>());
        void Sum(string name, string counter, params string[] words)
        {
            var ofWords = words.Length == 0 ? "" : $" and word in ({string.Join(", ", words.Select(word => $"'{word}'"))})";
            sums.Add($"coalesce(sum(number) filter (where counter = '{counter}'{ofWords}), 0)::int as n{sums.Count}");
            fields.Add((name, $"n{sums.Count - 1}"));
        }
        Sum("tasks", Counters.CampaignTasks);
        foreach (var status in Enum.GetValues<PublicTaskStatus>().Select(ChimeraJson.NameOf)) Sum(TableType.Camel(status), Counters.CampaignTasks, status);
        Sum("hitlItems", Counters.CampaignHitl);
        Sum("hitlOpen", Counters.CampaignHitl, ChimeraJson.NameOf(HitlStatus.Pending), ChimeraJson.NameOf(HitlStatus.InReview));
        Sum("posts", Counters.CampaignPosts);
        foreach (var (name, column) in fields) type.AddField(new FigureField(name, $"{{to}}.{column}"));
        return new("progress", $$"""
            lateral (select {{string.Join(", ", sums)}} from {schema}.{{Counters.Table}}
            where id = {from}.campaign_id and counter in ('{{Counters.CampaignTasks}}', '{{Counters.CampaignHitl}}', '{{Counters.CampaignPosts}}')) {to} on true
            """, type);
    }
}
