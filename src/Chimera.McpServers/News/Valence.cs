using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.McpServers.News;

/// <summary>The sentiment of English text by the words of the VADER lexicon, with its handling of negation and its thresholds.</summary>
internal static partial class Valence
{
    private const double Flipped = -0.74, Alpha = 15, Threshold = 0.05;
    private const int NegationReach = 3;

    private static readonly FrozenDictionary<string, double> Words = Load();

    private static readonly FrozenSet<string> Negations = FrozenSet.ToFrozenSet(
        ["no", "not", "never", "none", "nor", "neither", "without", "hardly", "barely", "cannot", "can't", "don't", "doesn't", "didn't", "isn't", "aren't",
         "wasn't", "weren't", "won't", "wouldn't"]);

    public static Sentiment Of(string text)
    {
        var score = Score(text);
        return score >= Threshold ? Sentiment.Positive : score <= -Threshold ? Sentiment.Negative : Sentiment.Neutral;
    }

    /// <summary>-1 to 1.</summary>
    private static double Score(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant().Replace('’', '\'')).Select(match => match.Value).ToArray();
        var sum = words.Select((word, place) => !Negations.Contains(word) && Words.TryGetValue(word, out var valence) ? valence * Sign(words, place) : 0).Sum();
        return sum / Math.Sqrt(sum * sum + Alpha);
    }

    private static double Sign(string[] words, int place) => words[Math.Max(0, place - NegationReach)..place].Any(Negations.Contains) ? Flipped : 1;

    private static FrozenDictionary<string, double> Load()
    {
        using var reader = new StreamReader(typeof(Valence).Assembly.GetManifestResourceStream("valence.tsv")!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .ToFrozenDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"[a-z]+(?:['-][a-z]+)*")]
    private static partial Regex Word();
}
