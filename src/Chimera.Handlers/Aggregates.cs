using Chimera.Domain.Agents;
using Chimera.Domain.Alerts;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Mentions;
using Chimera.Domain.Models;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tools;
using Chimera.Domain.Transactions;
using Chimera.Domain.Trends;

namespace Chimera.Handlers;

/// <summary>Folds any stream with its own aggregate's Evolve; the event's type says which.</summary>
public static class Aggregates
{
    public static object? Evolve(object? state, object @event) => @event switch
    {
        TaskEvent e => AgentTask.Evolve((AgentTask?)state, e),
        ResultEvent e => TaskResult.Evolve((TaskResult?)state, e),
        CampaignEvent e => Campaign.Evolve((Campaign?)state, e),
        AgentEvent e => Agent.Evolve((Agent?)state, e),
        HitlEvent e => HitlItem.Evolve((HitlItem?)state, e),
        TransactionEvent e => Transaction.Evolve((Transaction?)state, e),
        MentionEvent e => Mention.Evolve((Mention?)state, e),
        TrendEvent e => Trend.Evolve((Trend?)state, e),
        AlertEvent e => Alert.Evolve((Alert?)state, e),
        FeedEvent e => Feed.Evolve((Feed?)state, e),
        ToolCallEvent e => ToolCall.Evolve((ToolCall?)state, e),
        ModelCallEvent e => ModelCall.Evolve((ModelCall?)state, e),
        WalletClaimed e => e,
        _ => state
    };
}
