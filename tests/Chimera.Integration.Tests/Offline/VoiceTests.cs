using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Integrations.Models.Offline;

namespace Chimera.Integration.Tests.Offline;

public sealed class VoiceTests
{
    private readonly OfflineStage _stage = new();
    private readonly LaunchBrief _brief = LaunchBrief.Read();

    private static GeneratePostInput About(string topic, Platform platform = Platform.Twitter) => new(topic, platform);

    [Fact]
    public async Task two_personas_do_not_sound_alike()
    {
        foreach (var topic in new[] { "balcony solar", "electricity in winter", "asking your landlord about a panel" })
        {
            var (one, other) = (await _stage.Write(_brief.Ilse, About(topic)), await _stage.Write(_brief.Pip, About(topic)));
            var shared = Sentences(one.TextContent).Intersect(Sentences(other.TextContent));
            Assert.Empty(shared);
        }
    }

    [Fact]
    public async Task a_changed_soul_changes_the_posts()
    {
        var soul = _brief.Ilse.Soul.Text.Replace("Good morning from the third floor.", "Hello from the new garden.")
            .Replace("A quiet note from my balcony.", "Greetings from the shed.");
        var changed = _brief.Ilse with { Soul = new(soul, "other") };
        Assert.NotEqual((await _stage.Write(_brief.Ilse, About("balcony solar"))).TextContent, (await _stage.Write(changed, About("balcony solar")))
            .TextContent);
    }

    [Fact]
    public async Task the_same_order_gives_the_same_post()
    {
        var first = await _stage.Write(_brief.Pip, About("balcony solar"));
        Assert.Equal(first.TextContent, (await new OfflineStage().Write(_brief.Pip, About("balcony solar"))).TextContent);
    }

    [Theory]
    [InlineData(Platform.Twitter, null, "Vinyl outsells CDs again")]
    [InlineData(Platform.Instagram, "hype", "Solar roofs that talk to the grid")]
    [InlineData(Platform.Twitter, "calm", LongHeadline)]
    public async Task a_post_that_a_trend_brought_about_tells_of_it(Platform platform, string? tone, string headline)
    {
        var alert = new TrendingTopic(headline, "technology", 0.9, [], Sentiment.Neutral);
        foreach (var agent in _brief.Agents)
        {
            var post = await _stage.Write(agent, About("balcony solar", platform) with { Tone = tone, Context = new(alert) });
            Assert.Contains(headline[1..20], post.TextContent, StringComparison.Ordinal);
            Assert.Contains("balcony solar", post.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.True(OfflineStage.Published(post).Length <= platform.MaxLength());
        }
    }

    private const string LongHeadline = "A headline that does not know when it should stop, and goes on and on about one thing and then about another thing, and then comes back to the first thing, as if nobody had anything else to read";

    [Fact]
    public async Task several_posts_on_one_topic_differ()
    {
        var posts = new List<string>();
        for (var i = 0; i < 20; i++) posts.Add((await _stage.Write(_brief.Theo, About("balcony solar"), $"task {i}")).TextContent);
        Assert.True(posts.Distinct().Count() >= 18);
    }

    [Theory]
    [InlineData(280), InlineData(140), InlineData(60), InlineData(20), InlineData(1)]
    public async Task text_and_hashtags_fit_the_limit_in_whole_words(int limit)
    {
        foreach (var agent in _brief.Agents)
        {
            var input = About("plugging in a solar panel safely on a rented balcony") with
            {
                MaxLength = limit,
                KeyMessage = "Register the kit with your grid operator before you plug it in.",
                Hashtags = ["#LedgeOne", "#Solar"]
            };
            var post = await _stage.Write(agent, input);
            Assert.InRange(OfflineStage.Published(post).Length, 1, limit);
            if (post.TextContent.EndsWith('…') && limit > 20) Assert.StartsWith(post.TextContent.TrimEnd('…') + " ", input.KeyMessage);
        }
    }

    [Fact]
    public async Task avoided_phrases_are_left_out()
    {
        var input = About("balcony solar") with
        {
            KeyMessage = "Ledge One is the number one kit.",
            Avoid = ["number one", "emoji", "Good morning from the third floor"]
        };
        for (var i = 0; i < 10; i++)
        {
            var post = await _stage.Write(_brief.Ilse, input, $"task {i}");
            Assert.DoesNotContain("number one", post.TextContent);
            Assert.DoesNotContain("Good morning", post.TextContent);
            Assert.DoesNotContain("🌿", post.TextContent);
        }
    }

    [Fact]
    public async Task a_topic_out_of_the_agents_field_without_a_message_lowers_the_confidence()
    {
        var foreign = OfflineStage.TaskOf(_brief.Theo, TaskType.GeneratePost, About("medieval poetry"));
        var known = OfflineStage.TaskOf(_brief.Theo, TaskType.GeneratePost, About("solar inverters"));
        Assert.True((await _stage.Work(_brief.Theo, foreign)).Confidence < 0.7);
        Assert.InRange((await _stage.Work(_brief.Theo, known)).Confidence, 0.75, 0.95);
    }

    [Fact]
    public void malformed_front_matter_breaks_a_rule_that_names_the_file()
    {
        foreach (var soul in new[] { "---\nvoice_tone: [calm\n---\n", "---\nexclamations: maybe\n---\n", "---\nvoice_tone: [calm]\n", "---\n- a list\n---\n",
            "---\npalette: [red]\n---\n" })
        {
            var broken = Assert.Throws<RuleViolationException>(() => Soul.Read(soul));
            Assert.Equal(("agent.soul-front-matter", "/persona/soul_md_path"), (broken.Code, broken.Pointer));
        }
    }

    [Fact]
    public async Task a_soul_without_front_matter_still_gives_a_voice()
    {
        var bare = _brief.Ilse with
        {
            Soul = new("# Ilse\n\n## Stories\nMy boat has a small sail and a patient engine.\n", "bare"),
            Persona = new("SOUL.md", [], [], [])
        };
        Assert.NotEmpty((await _stage.Write(bare, About("sailing in autumn"))).TextContent);
    }

    [Fact]
    public async Task a_reply_names_the_author_and_the_comment_it_answers()
    {
        var input = new ReplyCommentInput(Platform.Twitter, "c-1", "sam", "Does balcony solar work in winter?");
        var task = OfflineStage.TaskOf(_brief.Ilse, TaskType.ReplyComment, input);
        var work = await new OfflineReplier(_stage.Voices, _stage.Scanner)
            .ExecuteTask(new(task, _brief.Ilse, null, new Dictionary<Guid, Handlers.Working.AcceptedOutput>()), OfflineStage.None);
        var reply = Assert.IsType<PreparedPost>(TaskSchemas.ReadPrepared(TaskType.ReplyComment, work.Output));
        Assert.Equal("c-1", reply.ReplyTo);
        Assert.StartsWith("@sam", reply.Text);
        Assert.True((await _stage.PersonaOf(_brief.Ilse, reply.Text)).Score >= 0.5);
    }

    private static string[] Sentences(string text) => text.Split(['.', '!', '?'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
