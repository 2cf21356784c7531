using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>Has a model choose the trends that suit an agent. It names them by number: what is said of a trend stays the source's word.</summary>
internal sealed class ModelTrendAnalyst(RoleModel model, ITrendSource source) : ITaskExecutor
{
    private static readonly Prompt Instructions = Prompt.Load("analyze-trends");

    public TaskType Type => TaskType.AnalyzeTrend;
    public string Server => model.Provider;

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (AnalyzeTrendInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        var topics = await TrendChoice.Read(source, order, input, cancellation);
        if (topics.Length == 0) return new(ChimeraJson.Write(new AnalyzeTrendOutput([])), model.Model, Confidence: 1);
        PromptData[] data =
        [
            PersonaBrief.Of(order.Agent), PromptData.Brief("choice", new { input.Limit }),
            PromptData.Outside("trends", topics.Select((topic, at) => new { Number = at, topic.Topic, topic.Category, topic.Sentiment, Titles = topic.Sources.Select(one => one.Title) }))
        ];
        var answer = await model.Ask(new Question<ChosenTrends>(Instructions, data, Occasion.Of(order.Task), json => Read(json, topics.Length, input.Limit)), cancellation);
        AnalyzedTrend[] trends = [.. answer.Value.Trends.Select(chosen => TrendChoice.Described(topics[chosen.Number], chosen.FitScore, chosen.SuggestedAngle))];
        return new(ChimeraJson.Write(new AnalyzeTrendOutput(trends)), model.Model, answer.Value.Confidence, answer.CostUsd, answer.Tokens);
    }

    private static ChosenTrends Read(JsonElement json, int count, int limit)
    {
        var chosen = ModelReply.Shape<ChosenTrends>(json);
        Require(chosen.Trends.Count <= limit, "analyze-trend.limit", $"At most {limit} trends are wanted.", "/trends");
        Require(chosen.Trends.All(one => one.Number >= 0 && one.Number < count), "analyze-trend.number", $"The numbers are 0 to {count - 1}.", "/trends");
        Require(chosen.Trends.DistinctBy(one => one.Number).Count() == chosen.Trends.Count, "analyze-trend.number", "A trend is named twice.", "/trends");
        Require(chosen.Trends.All(one => one.FitScore is >= 0 and <= 1), "analyze-trend.scores", "Scores are between 0 and 1.", "/trends");
        ModelReply.RequireConfidence(chosen.Confidence);
        return chosen;
    }

    private sealed record ChosenTrends(IReadOnlyList<ChosenTrend> Trends, double Confidence);

    private sealed record ChosenTrend(int Number, double FitScore, string SuggestedAngle);
}
