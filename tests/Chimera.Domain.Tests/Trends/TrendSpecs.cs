using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;

namespace Chimera.Domain.Tests.Trends;

public sealed class TrendSpecs
{
    private const string Feed = "news://trending";
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Roastery = Guid.NewGuid(), Bakery = Guid.NewGuid(), Task = Guid.NewGuid();
    private static readonly TrendSeen Seen = new(Trend.IdOf(Feed, "Espresso prices rise"), Feed, new("Espresso prices rise", "business", 0.8, [], Sentiment.Negative), Now);

    [Fact]
    public void a_topic_is_known_by_its_words_in_any_case_and_spacing()
    {
        Assert.Equal(Seen.TrendId, Trend.IdOf(Feed, "  espresso  PRICES rise\n"));
        Assert.NotEqual(Seen.TrendId, Trend.IdOf(Feed, "espresso prices fall"));
        Assert.NotEqual(Seen.TrendId, Trend.IdOf("news://other", "Espresso prices rise"));
    }

    [Fact]
    public void each_campaign_decides_once() =>
        Given(Seen, new TrendTaken(Roastery, Guid.NewGuid(), Task, "1", Now), new TrendPassedOver([Bakery], "it is not relevant enough", "1", Now), new TrendPostPlanned(Task, Task, "1", Now), new TrendLetGo(Task, "why", "1", Now))
            .ThenState(trend => Assert.True(trend.Campaigns.SetEquals([Roastery, Bakery])));

    [Fact]
    public void what_is_seen_again_after_its_time_is_news_to_all() =>
        Given(Seen, new TrendPassedOver([Roastery], "it is not relevant enough", "1", Now), Seen with { At = Now + Trend.Memory }).ThenState(trend =>
        {
            Assert.Empty(trend.Campaigns);
            Assert.False(trend.IsForgotten(Now + Trend.Memory));
        });

    [Fact]
    public void a_trend_is_remembered_for_a_week() => Given(Seen).ThenState(trend =>
    {
        Assert.False(trend.IsForgotten(Now + Trend.Memory - TimeSpan.FromTicks(1)));
        Assert.True(trend.IsForgotten(Now + Trend.Memory));
    });

    private static Spec<Trend, TrendEvent> Given(params TrendEvent[] history) => new Spec<Trend, TrendEvent>(Trend.Evolve).Given(history);
}
