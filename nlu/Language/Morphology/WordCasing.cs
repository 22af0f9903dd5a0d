using System.Text;

namespace VoiceMed.Nlu.Language.Morphology;

/// <summary>Lets declension work on bare lower-case words and puts capitals, "ё" and punctuation back afterwards.</summary>
internal static class WordCasing
{
    /// <summary>Transforms the words of a text, keeping everything between them.</summary>
    /// <param name="text">The text; anything that is not a Cyrillic letter separates words and stays.</param>
    /// <param name="transform">From the words, lower case with "е" for "ё", to as many words.</param>
    public static string Restore(string text, Func<string[], string[]> transform)
    {
        var spans = WordSpans(text);
        if (spans.Count == 0)
            return text;
        var words = spans.Select(span => Fold(text[span])).ToArray();
        var changed = transform(words);
        var result = new StringBuilder();
        var copied = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            var (start, length) = spans[i].GetOffsetAndLength(text.Length);
            result.Append(text, copied, start - copied);
            result.Append(Recase(text.AsSpan(start, length), words[i], changed[i]));
            copied = start + length;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Keeps the original letters as far as the new form agrees with the old one.</summary>
    private static string Recase(ReadOnlySpan<char> original, string folded, string changed)
    {
        var result = changed.ToCharArray();
        var common = 0;
        while (common < folded.Length && common < changed.Length && folded[common] == changed[common])
            common++;
        var wholeUpper = original.Length > 1 && original.IndexOfAnyExceptInRange('А', 'Я') < 0;
        for (var i = 0; i < result.Length; i++)
        {
            if (i < common)
                result[i] = original[i];
            else if (wholeUpper)
                result[i] = char.ToUpperInvariant(result[i]);
        }

        return new string(result);
    }

    private static List<Range> WordSpans(string text)
    {
        var spans = new List<Range>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && IsLetter(text[i]))
                i++;
            if (i > start)
                spans.Add(start..i);
        }

        return spans;
    }

    private static string Fold(string word) => Grammar.YoInsensitiveComparer.Fold(word);

    private static bool IsLetter(char letter) => char.ToLowerInvariant(letter) is (>= 'а' and <= 'я') or 'ё';
}
