using System.Collections.Frozen;
using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Morphology.Russian;

namespace VoiceMed.Nlu.Language.Numbers.Russian;

/// <summary>Reads Russian ordinals of any case, gender and number.</summary>
internal static class RussianOrdinalReader
{
    /// <summary>Ordinals of whole scales, the largest first.</summary>
    public static readonly (long Scale, string Lemma)[] ScaleLemmas =
        [(RussianNumerals.Milliard, "миллиардный"), (RussianNumerals.Million, "миллионный"), (RussianNumerals.Thousand, "тысячный")];

    private static readonly FrozenDictionary<string, int> Simple = BuildSimple();
    private static readonly FrozenDictionary<string, int> Prefixes = Enumerable.Range(1, 999)
        .ToDictionary(RussianOrdinals.CompoundPrefix, static group => group, YoInsensitiveComparer.Instance)
        .ToFrozenDictionary(YoInsensitiveComparer.Instance);

    public static bool TryRead(ReadOnlySpan<string> tokens, int start, out long value, out int length)
    {
        var number = new NumeralAccumulator();
        value = 0;
        for (length = 1; start + length - 1 < tokens.Length; length++)
        {
            var word = tokens[start + length - 1];
            if (Simple.TryGetValue(word, out var last))
            {
                value = number.Value + last;
                return last == 0 ? length == 1 : number.TryAdd(last);
            }

            if (TryReadScale(word, out var scaled))
            {
                value = number.Value + scaled;
                return number.GroupIsEmpty && (number.Value == 0 || number.TryScale(ScaleOf(scaled)));
            }

            if (!RussianCardinalReader.TryGetWord(word, out var part) || !RussianCardinalReader.TryAppend(ref number, part))
                return false;
        }

        return false;
    }

    private static bool TryReadScale(string word, out long value)
    {
        value = 0;
        foreach (var (scale, lemma) in ScaleLemmas)
        {
            var stem = lemma.AsSpan(0, lemma.Length - 2);
            var at = word.AsSpan().IndexOf(stem, StringComparison.Ordinal);
            if (at < 0 || !RussianAdjective.IsHardEnding(word.AsSpan(at + stem.Length))
                || !Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, at), out var group))
            {
                continue;
            }

            value = group * scale;
            return true;
        }

        return false;
    }

    private static long ScaleOf(long value)
    {
        foreach (var (scale, _) in ScaleLemmas)
        {
            if (value % scale == 0)
                return scale;
        }

        return 1;
    }

    private static FrozenDictionary<string, int> BuildSimple()
    {
        var words = new Dictionary<string, int>(YoInsensitiveComparer.Instance);
        foreach (var value in RussianOrdinals.SimpleValues)
        {
            foreach (var form in RussianAdjective.Forms(RussianOrdinals.Simple(value)))
                words[form] = value;
        }

        return words.ToFrozenDictionary(YoInsensitiveComparer.Instance);
    }
}
