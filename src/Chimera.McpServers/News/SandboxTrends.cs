using System.Runtime.CompilerServices;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Integrations.Models.Offline;
using Chimera.McpServers.Hosting;

namespace Chimera.McpServers.News;

/// <summary>Trends that follow from the hour: everybody who reads within one hour reads the same.</summary>
internal sealed class SandboxTrends(TimeProvider clock) : ITrendFeed, IResourceChanges
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

    public Task<IReadOnlyList<TrendingTopic>> Read(CancellationToken cancellation)
    {
        var hour = Hour();
        var dice = new Dice([hour.ToString("O")]);
        var all = Subjects.SelectMany(subject => subject.Topics.Select(topic => (topic, subject.Category)));
        return Task.FromResult<IReadOnlyList<TrendingTopic>>(
        [
            .. dice.Shuffled(all).Take(Shown).Select(one => Topic(one.topic, one.Category, hour, dice)).OrderByDescending(topic => topic.RelevanceScore)
        ]);
    }

    public async IAsyncEnumerable<string> Watch([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Hour().AddHours(1) - clock.GetUtcNow(), clock, cancellation);
            yield return NewsServer.Uri;
        }
    }

    private static TrendingTopic Topic(string topic, string category, DateTimeOffset hour, Dice dice)
    {
        var sources = dice.Shuffled(Papers).Take(1 + dice.Next(Papers.Length)).Select(paper => new TrendSource(
            $"https://news.sandbox.invalid/{hour:yyyyMMddHH}/{Slug(topic)}/{Slug(paper)}", $"{topic} ({paper})", hour.AddMinutes(-5 - dice.Next(120))));
        return new(topic, category, Math.Round(0.3 + dice.Between(0, 0.69f), 2), [.. sources], (Sentiment)dice.Next(3));
    }

    private static string Slug(string text) => string.Join('-', text.Split([' ', ',', '&', '\''], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private DateTimeOffset Hour()
    {
        var now = clock.GetUtcNow();
        return now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerHour);
    }
}
