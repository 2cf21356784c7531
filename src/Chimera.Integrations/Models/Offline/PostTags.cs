using System.Text;
using Chimera.Domain;
using Chimera.Domain.Tasks;

namespace Chimera.Integrations.Models.Offline;

/// <summary>The hashtags of a post: the brief's, then the persona's, then the topic.</summary>
internal static class PostTags
{
    public const int Separator = 2;

    public static IReadOnlyList<string> Choose(
        IReadOnlyList<string>? asked, Voice voice, string topic, Platform platform, int limit, AvoidedPhrases avoided, Dice dice)
    {
        var most = platform switch { Platform.Twitter => 3, Platform.Tiktok => 4, _ => 6 };
        var own = voice.Habits.NoHashtags ? [] : dice.Shuffled(voice.Hashtags).Append(OfTopic(topic));
        var chosen = new List<string>();
        foreach (var tag in (asked ?? []).Concat(own).Select(Tag).Where(tag => tag.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).Where(avoided.Permit))
            if (chosen.Count < most && LengthOf(chosen) + Separator + tag.Length <= limit / 3) chosen.Add(tag);
        return chosen;
    }

    /// <summary>What the tags take behind a text, the space before them included.</summary>
    public static int LengthOf(IReadOnlyCollection<string> tags) => tags.Count == 0 ? 0 : tags.Sum(tag => tag.Length) + tags.Count - 1 + Separator;

    private static string Tag(string text) =>
        "#" + (text.Contains(' ') ? string.Concat(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Sentences.Capitalised)) : text)
            .Aggregate(new StringBuilder(), (tag, character) => char.IsLetterOrDigit(character) || character == '_' ? tag.Append(character) : tag);

    private static string OfTopic(string topic) =>
        string.Join(' ', topic.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => Words.IsContent(Folding.Plain(word).Trim())).Take(2));
}
