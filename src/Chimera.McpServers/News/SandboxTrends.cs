using Chimera.Domain.Tasks.Schemas;
using Chimera.Integrations.Models.Offline;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Sandbox;

namespace Chimera.McpServers.News;

/// <summary>Trends that follow from the hour, so that everybody who reads within one hour reads the same, and those that somebody wrote into the sandbox's table within a day.</summary>
internal sealed class SandboxTrends(Database sandbox, TimeProvider clock) : ITrendFeed, IResourceChanges
{
    private const int Shown = 8;

    private static readonly (string Category, string[] Topics)[] Subjects =
    [
        ("technology", ["Open-source AI models", "Solar roofs that talk to the grid", "Phones that are repaired at home", "Quantum-safe passwords"]),
        ("politics", ["A vote on night trains", "City tolls and who pays them", "New rules for short-term rentals"]),
        ("science", ["A comet in the evening sky", "Seagrass that stores carbon", "Sleep and memory"]),
        ("culture", ["Vinyl outsells CDs again", "Museums that stay open at night", "A forgotten novel returns"]),
        ("sports", ["Women's cycling draws record crowds", "Chess in city parks"]),
        ("business", ["Four-day weeks, a year later", "Second-hand goes mainstream", "Small roasters and the price of coffee"])
    ];

    private static readonly string[] Papers = ["The Sandbox Times", "Daily Dune", "Castle & Bucket"];

    public async Task<IReadOnlyList<TrendingTopic>> Read(CancellationToken cancellation)
    {
        var hour = Hour();
        var written = await Written(hour, cancellation);
        var dice = new Dice([hour.ToString("O")]);
        var all = Subjects.SelectMany(subject => subject.Topics.Select(topic => (topic, subject.Category)));
        var ofTheHour = dice.Shuffled(all).Take(Shown).Select(one => Topic(one.topic, one.Category, Math.Round(0.3 + dice.Between(0, 0.69f), 2), (Sentiment)dice.Next(3), hour, dice));
        return [.. written.Concat(ofTheHour).DistinctBy(topic => topic.Topic).OrderByDescending(topic => topic.RelevanceScore)];
    }

    public IAsyncEnumerable<string> Watch(Action listening, CancellationToken cancellation) =>
        sandbox.Changes(NewsServer.Uri, () => Hour().AddHours(1) - clock.GetUtcNow(), listening, cancellation);

    private async Task<List<TrendingTopic>> Written(DateTimeOffset hour, CancellationToken cancellation)
    {
        await using var query = (await sandbox.Ready(cancellation)).CreateCommand(
            "select topic, category, relevance_score, sentiment from chimera_sandbox.trends where since > now() - interval '1 day' order by since");
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var topics = new List<TrendingTopic>();
        while (await rows.ReadAsync(cancellation))
            topics.Add(Topic(rows.GetString(0), rows.GetString(1), rows.GetDouble(2), Enum.Parse<Sentiment>(rows.GetString(3), ignoreCase: true), hour, new([rows.GetString(0)])));
        return topics;
    }

    private static TrendingTopic Topic(string topic, string category, double relevance, Sentiment sentiment, DateTimeOffset hour, Dice dice)
    {
        var sources = dice.Shuffled(Papers).Take(1 + dice.Next(Papers.Length)).Select(paper => new TrendSource(
            $"https://news.sandbox.invalid/{hour:yyyyMMddHH}/{Slug(topic)}/{Slug(paper)}", $"{topic} ({paper})", hour.AddMinutes(-5 - dice.Next(120))));
        return new(topic, category, relevance, [.. sources], sentiment);
    }

    private static string Slug(string text) => string.Join('-', text.Split([' ', ',', '&', '\''], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private DateTimeOffset Hour()
    {
        var now = clock.GetUtcNow();
        return now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerHour);
    }
}
