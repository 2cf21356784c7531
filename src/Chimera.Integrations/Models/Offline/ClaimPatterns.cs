using System.Buffers;
using System.Text.RegularExpressions;

namespace Chimera.Integrations.Models.Offline;

/// <summary>What no list of words can hold: numbers that claim, data of persons, and shouting.</summary>
internal static partial class ClaimPatterns
{
    private const int FewestLettersToShout = 16;
    private const double ShoutingShare = 0.6;

    private static readonly SearchValues<char> Telling = SearchValues.Create("@0123456789");

    public static IEnumerable<SafetyFinding> Find(string text)
    {
        foreach (Match claim in Comparison().Matches(text)) yield return new("unverified_claim", claim.Value.Trim(), 0.5, Quoted: true);
        if (text.AsSpan().ContainsAny(Telling))
        {
            foreach (Match data in Email().Matches(text).Concat(Phone().Matches(text)).Concat(Account().Matches(text))) yield return Personal(data.Value);
            foreach (Match card in CardDigits().Matches(text)) if (IsCardNumber(card.Value)) yield return Personal(card.Value);
        }
        if (IsShouting(text)) yield return new("shouting", "capital letters", 0.2, Quoted: true);
    }

    private static SafetyFinding Personal(string value) => new("personal_data", value, 0.7, Quoted: false);

    public static bool IsShouting(string text)
    {
        var (letters, capitals) = (0, 0);
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            if (word.StartsWith("#") || word.StartsWith("@")) continue;
            foreach (var character in word)
            {
                if (char.IsLetter(character)) letters++;
                if (char.IsUpper(character)) capitals++;
            }
        }
        return letters >= FewestLettersToShout && capitals > ShoutingShare * letters;
    }

    // Luhn
    private static bool IsCardNumber(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Reverse().Select(digit => digit - '0').ToArray();
        return digits.Length is >= 13 and <= 19 && digits.Select((digit, i) => i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2).Sum() % 10 == 0;
    }

    [GeneratedRegex(
        @"(?i)\b\d[\d.,]*\s?(?:%|percent|per cent|times|x)\s*" +
        @"(?:more|less|cheaper|faster|better|stronger|higher|lower|greener|safer|savings?|effective)\b|(?<!\w)(?:#\s?1|no\.?\s?1|number\s1)\b")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[a-zA-Z]{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w.,/-])(?:\+\d[\d\s().-]{7,17}\d|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4})(?![\w-])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}|\d{3}-\d{2}-\d{4})\b")]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<!\w)\d(?:[\s-]?\d){12,18}(?!\w)")]
    private static partial Regex CardDigits();
}
