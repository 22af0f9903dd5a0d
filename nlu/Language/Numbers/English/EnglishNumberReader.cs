using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Numbers.English;

/// <summary>Reads English cardinals and ordinals: "a hundred and five", "twenty-first", "nineteen hundred".</summary>
internal static class EnglishNumberReader
{
    private const int LongestWord = 24;

    private static readonly FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Cardinals =
        EnglishNumerals.Cardinals.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Ordinals =
        EnglishNumerals.Ordinals.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryReadCardinal(ReadOnlySpan<string> tokens, int start, out long value, out int length)
    {
        var number = new NumeralAccumulator();
        value = 0;
        length = 0;
        if (start < tokens.Length && tokens[start] is "zero" or "oh" or "nought")
        {
            length = 1;
            return true;
        }

        var at = SkipArticle(tokens, start);
        while (at < tokens.Length)
        {
            var word = SkipAnd(tokens, start, at);
            if (word >= tokens.Length || !TryAppend(ref number, tokens[word], ordinal: false, out _))
                break;
            at = word + 1;
            length = at - start;
        }

        value = number.Value;
        return length > 0;
    }

    public static bool TryReadOrdinal(ReadOnlySpan<string> tokens, int start, out long value, out int length)
    {
        var number = new NumeralAccumulator();
        for (var at = SkipArticle(tokens, start); at < tokens.Length; at++)
        {
            at = SkipAnd(tokens, start, at);
            if (at >= tokens.Length || !TryAppend(ref number, tokens[at], ordinal: true, out var finished))
                break;
            if (!finished)
                continue;
            value = number.Value;
            length = at - start + 1;
            return true;
        }

        value = 0;
        length = 0;
        return start < tokens.Length && tokens[start] == "zeroth" && (length = 1) == 1;
    }

    /// <summary>Takes one word, or the parts of a hyphenated one, into the number; all or nothing.</summary>
    private static bool TryAppend(ref NumeralAccumulator number, ReadOnlySpan<char> word, bool ordinal, out bool finished)
    {
        finished = false;
        if (word.Length is 0 or > LongestWord)
            return false;
        var copy = number;
        foreach (var range in word.Split('-'))
        {
            var part = word[range];
            if (finished)
                return false;
            long value = 0;
            finished = ordinal && Ordinals.TryGetValue(part, out value);
            if (!finished && !Cardinals.TryGetValue(part, out value))
                return false;
            if (!TryAppendValue(ref copy, value))
                return false;
        }

        number = copy;
        return true;
    }

    private static bool TryAppendValue(ref NumeralAccumulator number, long value) => value switch
    {
        EnglishNumerals.Hundred => number.TryMultiplyByHundred(),
        >= 1000 => number.TryScale(value),
        _ => number.TryAdd(value),
    };

    private static int SkipArticle(ReadOnlySpan<string> tokens, int start) =>
        start + 1 < tokens.Length && tokens[start] is "a" or "an" && IsMultiplier(tokens[start + 1]) ? start + 1 : start;

    /// <summary>"and" joins only after "hundred" or a scale, and only before another number word.</summary>
    private static int SkipAnd(ReadOnlySpan<string> tokens, int start, int at) =>
        at > start && at + 1 < tokens.Length && tokens[at] == "and" && IsMultiplier(tokens[at - 1])
        && (EnglishNumerals.Cardinals.ContainsKey(FirstPart(tokens[at + 1])) || EnglishNumerals.Ordinals.ContainsKey(FirstPart(tokens[at + 1])))
            ? at + 1
            : at;

    private static bool IsMultiplier(string word) => EnglishNumerals.Cardinals.TryGetValue(word, out var value) && value >= EnglishNumerals.Hundred;

    private static string FirstPart(string word) => word.IndexOf('-') is > 0 and var hyphen ? word[..hyphen] : word;
}
