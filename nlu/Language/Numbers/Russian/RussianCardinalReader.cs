using System.Collections.Frozen;
using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Numbers.Russian;

/// <summary>Reads Russian cardinals. Any case is accepted for any word: people drop agreement inside long numbers.</summary>
internal static class RussianCardinalReader
{
    private static readonly FrozenDictionary<string, long> Words = BuildWords();

    /// <summary>The value of one numeral word: 0-900, or a scale from 1000 up.</summary>
    public static bool TryGetWord(string word, out long value) => Words.TryGetValue(word, out value);

    public static bool TryRead(ReadOnlySpan<string> tokens, int start, out long value, out int length)
    {
        var number = new NumeralAccumulator();
        length = 0;
        if (start < tokens.Length && TryGetWord(tokens[start], out value) && value == 0)
        {
            length = 1;
            return true;
        }

        while (start + length < tokens.Length && TryGetWord(tokens[start + length], out var part) && TryAppend(ref number, part))
            length++;
        value = number.Value;
        return length > 0;
    }

    /// <summary>Continues a number with the value of one more word.</summary>
    public static bool TryAppend(ref NumeralAccumulator number, long part) =>
        part >= RussianNumerals.Thousand ? number.TryScale(part) : number.TryAdd(part);

    private static FrozenDictionary<string, long> BuildWords()
    {
        var words = new Dictionary<string, long>(YoInsensitiveComparer.Instance);
        Add(words, 0, RussianNumerals.Zero, ["нуль", "нуля", "нулю", "нулём", "нуле"]);
        Add(words, 1, RussianNumerals.OneMasculine, RussianNumerals.OneFeminine, RussianNumerals.OneNeuter, ["одни", "одних", "одними", "одною"]);
        Add(words, 2, RussianNumerals.TwoMasculine, RussianNumerals.TwoFeminine, ["двое", "двоих", "двоим", "двоими", "пара", "пару", "пары", "парой"]);
        foreach (var (value, forms) in RussianNumerals.Simple)
            Add(words, value, forms);
        Add(words, 3, ["трое", "троих", "троим", "троими"]);
        Add(words, 4, ["четверо", "четверых", "четверым", "четверыми"]);
        Add(words, 5, ["пятеро", "пятерых"]);
        Add(words, 6, ["шестеро"]);
        Add(words, 7, ["семеро"]);
        Add(words, 8, ["восьмью"]);
        Add(words, 50, ["пятидесятью"]);
        Add(words, 60, ["шестидесятью"]);
        Add(words, 70, ["семидесятью"]);
        Add(words, 80, ["восьмьюдесятью"]);
        Add(words, 800, ["восьмьюстами"]);
        foreach (var (value, scale) in RussianNumerals.Scales)
            Add(words, value, scale.Singular, scale.Plural);
        Add(words, RussianNumerals.Thousand, ["тысячью"]);
        return words.ToFrozenDictionary(YoInsensitiveComparer.Instance);
    }

    private static void Add(Dictionary<string, long> words, long value, params string[][] forms)
    {
        foreach (var form in forms.SelectMany(static form => form))
            words[form] = value;
    }
}
