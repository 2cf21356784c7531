namespace Chimera.Integrations.Models.Offline;

/// <summary>What speaks for and against a text being an agent's own.</summary>
internal sealed record PersonaFit(double Score, IReadOnlyList<string> Flags, string Reason)
{
    private const double Neutral = 0.55, MostCoverage = 0.4;

    public static PersonaFit Of(string text, Voice voice)
    {
        var plain = Folding.Plain(text);
        var misfits = Misfits(text, plain, voice).Where(misfit => misfit.Penalty > 0).ToArray();
        var coverage = Coverage(plain, text, voice);
        var score = Math.Clamp(Neutral + coverage - misfits.Sum(misfit => misfit.Penalty), 0, 1);
        var reasons = misfits.Select(misfit => misfit.Reason).ToArray();
        return new(Math.Round(score, 2), [.. misfits.Select(misfit => misfit.Flag)],
            reasons.Length > 0 ? string.Join("; ", reasons) : coverage > 0 ? "sounds like the persona" : "nothing of the persona in it");
    }

    private sealed record Misfit(string Flag, double Penalty, string Reason);

    private static IEnumerable<Misfit> Misfits(string text, string plain, Voice voice)
    {
        var marks = voice.ForbidsExclamations ? text.Count(character => character == '!') : 0;
        yield return new("exclamations", Math.Min(0.3, 0.1 * marks), marks == 1 ? "an exclamation mark" : $"{marks} exclamation marks");
        var hype = Lexicon.Load().Hype.Where(word => Found(plain, word) && !voice.Vocabulary.Any(own => Found(Folding.Phrase(own), word))).ToArray();
        yield return new("hype", Math.Min(0.36, 0.12 * hype.Length), $"hype: {Quoted(hype)}");
        var avoided = voice.Avoid.Where(word => Found(plain, word)).ToArray();
        yield return new("avoided_words", Math.Min(0.5, 0.25 * avoided.Length), $"words it never uses: {Quoted(avoided)}");
        var foreign = EmojiIn(text).Except(voice.Emoji.SelectMany(EmojiIn)).Count();
        yield return new("emoji", Math.Min(0.2, (voice.Habits.NoEmoji ? 0.1 : 0.06) * foreign), "emoji it does not use");
        yield return new("sentence_length", LengthMisfit(text, voice.Length), $"sentences are not {voice.Length.ToString().ToLowerInvariant()}");
        yield return new("shouting", ClaimPatterns.IsShouting(text) ? 0.2 : 0, "mostly capital letters");
    }

    private static double Coverage(string plain, string text, Voice voice)
    {
        if (voice.Openers.Count + voice.Closers.Count + voice.Vocabulary.Count + voice.Sayings.Count == 0) return voice.Knows(text) ? 0.2 : 0.1;
        var signature = (voice.Openers.Any(opener => FoundFrame(plain, opener)) ? 0.14 : 0) +
            (voice.Closers.Any(closer => FoundFrame(plain, closer)) ? 0.1 : 0);
        var sayings = Math.Min(0.16, 0.1 * voice.Sayings.Count(saying => Found(plain, saying.Text)));
        var words = Math.Min(0.15, 0.07 * voice.Vocabulary.Count(word => Found(plain, word)));
        var values = Math.Min(0.08, 0.05 * voice.Values.Count(value => Found(plain, value)));
        var emoji = voice.Emoji.Any(own => text.Contains(own, StringComparison.Ordinal)) ? 0.03 : 0;
        return Math.Min(MostCoverage, signature + sayings + words + values + emoji);
    }

    private static bool Found(string plain, string phrase) => Folding.ContainsPhrase(plain, phrase);

    // a frame is recognised by its longest part that is not the slot
    private static bool FoundFrame(string plain, string frame) =>
        Found(plain, frame.Split(["{topic}", "{Topic}"], StringSplitOptions.None).MaxBy(part => part.Length)!);

    private static double LengthMisfit(string text, SentenceLength wanted)
    {
        var counts = Sentences.Of(text).Select(sentence => sentence.Split(' ').Count(word => word.Any(char.IsLetter) && !word.StartsWith('#')))
            .Where(count => count > 0).ToArray();
        if (counts.Length == 0) return 0;
        var average = counts.Average();
        var (low, high) = wanted switch { SentenceLength.Short => (1, 13), SentenceLength.Long => (7, 60), _ => (4, 22) };
        return average < low || average > high ? 0.1 : 0;
    }

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    private static HashSet<string> EmojiIn(string text) =>
        [.. text.EnumerateRunes().Where(rune => rune.Value is >= 0x1F300 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF or 0x2B50).Select(rune => rune.ToString())];
}
