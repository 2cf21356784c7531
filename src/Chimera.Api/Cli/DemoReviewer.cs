using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Hitl;

namespace Chimera.Api.Cli;

/// <summary>Plays the human of the demo: approves, rejects and modifies in turn, the oldest item first.</summary>
internal sealed class DemoReviewer(HostClient host, Action<string> say)
{
    private const string Name = "demo";
    private const int LongestTopic = 120, Page = 1000;
    private static readonly HitlDecision[] Turns = [HitlDecision.Approve, HitlDecision.Reject, HitlDecision.Modify];

    // Without claims, numbers or promises, and different enough not to be taken for one another.
    private static readonly string[] NeutralSentences =
    [
        "A few words on {0}: have a look, and ask what you would like to know.", "We were asked about {0}. Questions are welcome here.",
        "{0}: what would you like to hear about it?", "Today's subject is {0}. Tell us how you see it.", "Some more about {0} soon. Until then: your questions, please."
    ];

    private readonly HashSet<Guid> decided = [];
    private int? turn;

    public async Task DecideOpenItems(CampaignProgress progress, CancellationToken cancellation)
    {
        if (progress.HitlOpen == 0) return;
        var items = new List<JsonElement>();
        foreach (var status in new[] { HitlStatus.Pending, HitlStatus.InReview })
            items.AddRange(await host.List("hitl", [("campaign_id", $"{progress.CampaignId}"), ("status", ChimeraJson.NameOf(status))], Page, cancellation));
        turn ??= progress.Decided; // carries on where an earlier demo was stopped
        foreach (var item in items.OrderBy(item => item.GetProperty("created_at").GetDateTimeOffset()).ThenBy(Id))
            if (decided.Add(Id(item))) await Decide(item, (turn++).Value, cancellation);
    }

    private async Task Decide(JsonElement item, int number, CancellationToken cancellation)
    {
        var decision = Turns[number % Turns.Length];
        var output = decision == HitlDecision.Modify ? ModifiedOutput.WithText(item, Neutral(item, number / Turns.Length)) : null;
        if (decision == HitlDecision.Modify && output is null) decision = HitlDecision.Reject; // nothing to modify
        var wish = new { decision, reviewer = Name, feedback = Feedback(decision), modified_output = output };
        try
        {
            await host.Post($"hitl/{Id(item)}/decide", wish, cancellation);
            say($"the human's decision on \"{Resource.Cell(item, "escalation_reason")}\": {ChimeraJson.NameOf(decision)}");
        }
        catch (HostRefusedException late) when (late.Code == "hitl.closed")
        {
            say("somebody else has decided already");
        }
    }

    private static Guid Id(JsonElement item) => item.GetProperty("hitl_id").GetGuid();

    private static string? Feedback(HitlDecision decision) => decision == HitlDecision.Reject ? "Say it without the claim." : null;

    private static string Neutral(JsonElement item, int variant)
    {
        var topic = ModifiedOutput.Within(item, "context_data", "input_data", "topic") ?? ModifiedOutput.Within(item, "context_data", "campaign_name");
        var words = topic is { ValueKind: JsonValueKind.String } known ? known.GetString()! : "our campaign";
        return string.Format(null, NeutralSentences[variant % NeutralSentences.Length], words.Length > LongestTopic ? words[..LongestTopic] : words);
    }
}
