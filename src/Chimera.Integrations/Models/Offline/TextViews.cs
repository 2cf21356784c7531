using System.Buffers;
using System.Text;

namespace Chimera.Integrations.Models.Offline;

/// <summary>The readings of a text that a person sees through its disguises: marks inside words, digits for letters, stretched and spelled words.</summary>
internal static class TextViews
{
    private const string Leet = "4@3€1!|05$7+8";
    private const string AsI = "aaeeiiiosstTb";
    private const string AsL = "aaeelllosstTb";

    private static readonly SearchValues<char> Disguises = SearchValues.Create(Leet);

    /// <summary>Words between single spaces.</summary>
    public static HashSet<string> Words(string text)
    {
        var folded = Folding.Fold(text);
        var (views, seen) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var reading in (ReadOnlySpan<string>)[folded, Unleeted(folded, AsI), Unleeted(folded, AsL)])
        {
            if (!seen.Add(reading)) continue;
            views.Add(Folding.Spaced(reading));
            views.Add(Folding.Spaced(Tightened(reading)));
        }
        foreach (var view in views.Where(IsStretched).ToArray())
        {
            views.Add(Squeezed(view, 1, from: 3));
            views.Add(Squeezed(view, 2, from: 3));
        }
        return views;
    }

    /// <summary>Runs of three and more single letters, each run as one word: "k i l l" is read as "kill".</summary>
    public static string Spelled(string view)
    {
        var (spelled, run) = (new StringBuilder(" "), new StringBuilder());
        foreach (var word in view.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("  "))
        {
            if (word.Length == 1) { run.Append(word); continue; }
            if (run.Length >= 3) spelled.Append(run).Append(' ');
            run.Clear();
        }
        return spelled.ToString();
    }

    /// <summary>Stretched views with every letter once, whatever its run: to be compared with phrases squeezed the same way.</summary>
    public static IEnumerable<string> Unstretched(IEnumerable<string> views) => views.Where(IsStretched).Select(Once);

    public static string Once(string view) => Squeezed(view, 1, from: 2);

    private static string Unleeted(string folded, string alphabet)
    {
        if (!folded.AsSpan().ContainsAny(Disguises)) return folded;
        var letters = folded.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (Leet.IndexOf(letters[i], StringComparison.Ordinal) is >= 0 and var at && IsInsideWord(folded, i)) letters[i] = alphabet[at] == 'T' ? 't'
                : alphabet[at];
        return new string(letters);
    }

    // a disguised letter has a true letter in the same run of letters, digits and signs, and is not the mark that ends a sentence
    private static bool IsInsideWord(string text, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
        while (to < text.Length - 1 && !char.IsWhiteSpace(text[to + 1])) to++;
        return text.AsSpan(from, to - from + 1).ContainsAnyInRange('a', 'z') && (text[at] is not ('!' or '|' or '+') || to > at);
    }

    private static string Tightened(string text)
    {
        var tight = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (!(".-_*·~|/,".Contains(text[i]) && i > 0 && i < text.Length - 1 && char.IsLetter(text[i - 1]) &&
                char.IsLetter(text[i + 1]))) tight.Append(text[i]);
        return tight.ToString();
    }

    private static bool IsStretched(string view)
    {
        for (var i = 2; i < view.Length; i++)
            if (view[i] == view[i - 1] && view[i] == view[i - 2] && char.IsLetter(view[i])) return true;
        return false;
    }

    private static string Squeezed(string view, int keep, int from)
    {
        var squeezed = new StringBuilder(view.Length);
        for (var i = 0; i < view.Length;)
        {
            var run = 1;
            while (i + run < view.Length && view[i + run] == view[i]) run++;
            squeezed.Append(view[i], run >= from ? keep : run);
            i += run;
        }
        return squeezed.ToString();
    }
}
