using System.Collections.Frozen;

namespace VoiceMed.Speech.Synthesis;

/// <summary>Cuts Russian and English text into the pieces that are spoken one by one. Nothing but space between them is lost.</summary>
public static class SentenceSplitter
{
    // A first sentence longer than this keeps the listener waiting: it is cut at a comma.
    private const int LongSentence = 160;

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "г", "гг", "д", "др", "им", "ком", "кв", "мин", "мл", "мм", "напр", "обл", "пер", "пп", "п", "проф", "руб", "с", "сек", "см", "ст",
        "стр", "т", "тел", "тыс", "ул", "ч", "e.g", "i.e", "approx", "dr", "mr", "mrs", "ms", "no", "prof", "st", "vs",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences of <paramref name="text"/>, trimmed; none is empty.</summary>
    public static IEnumerable<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsSentence(text, start, i) && !(i - start >= LongSentence && EndsClause(text, i)))
            {
                continue;
            }

            if (Piece(text[start..(i + 1)]) is { } piece)
            {
                yield return piece;
            }

            start = i + 1;
        }

        if (Piece(text[start..]) is { } last)
        {
            yield return last;
        }
    }

    // A piece without a letter or digit ("...") has no sound.
    private static string? Piece(string text) => text.Any(char.IsLetterOrDigit) ? text.Trim() : null;

    private static bool EndsSentence(string text, int start, int i) => text[i] switch
    {
        '\n' => true,
        '!' or '?' or '…' or ';' => IsBoundary(text, i),
        '.' => IsBoundary(text, i) && !IsAbbreviation(text, start, i),
        _ => false,
    };

    private static bool EndsClause(string text, int i) => text[i] is ',' or ':' or '–' or '—' && IsBoundary(text, i);

    private static bool IsBoundary(string text, int i) => i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]);

    private static bool IsAbbreviation(string text, int start, int dot)
    {
        var word = dot;
        while (word > start && !char.IsWhiteSpace(text[word - 1]) && text[word - 1] is not '(')
        {
            word--;
        }

        var last = text[word..dot];
        var isInitial = last.Length == 1 && char.IsUpper(last[0]);

        // An abbreviation before a capital letter may end a sentence as well; too long a piece is the smaller harm.
        return isInitial || Abbreviations.Contains(last);
    }
}
