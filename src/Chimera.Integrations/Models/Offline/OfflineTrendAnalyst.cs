using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Chooses trends by rule: those that share words with the persona, the more the better; nothing unsafe, and the same trends always the same choice.</summary>
public sealed class OfflineTrendAnalyst(Voices voices, SafetyScanner scanner, ITrendSource source) : ITaskExecutor
{
    private const string Model = "offline-trend-analyst";
    private const double Confidence = 0.75, WordsThatSuffice = 3;

    public TaskType Type => TaskType.AnalyzeTrend;

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (AnalyzeTrendInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        var voice = voices.Of(order.Agent);
        var fitting = from topic in await TrendChoice.Read(source, order, input, cancellation)
                      let shared = Shared(topic, voice)
                      where shared.Length > 0 && scanner.Check(TextOf(topic)).Passed
                      orderby shared.Length descending
                      select TrendChoice.Described(topic, Math.Round(Math.Min(1, shared.Length / WordsThatSuffice), 2), $"What {topic.Topic} means for {shared[0]}.");
        return new(ChimeraJson.Write(new AnalyzeTrendOutput([.. fitting.Take(input.Limit)])), Model, Confidence);
    }

    private static string[] Shared(TrendingTopic topic, Voice voice) =>
        [.. Folding.Plain(TextOf(topic)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => Words.IsContent(word) && voice.Interests.Contains(Words.Stem(word))).DistinctBy(Words.Stem)];

    private static string TextOf(TrendingTopic topic) => string.Join(' ', topic.Sources.Select(one => one.Title).Prepend(topic.Category).Prepend(topic.Topic));
}
