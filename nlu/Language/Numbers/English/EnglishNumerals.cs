using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Numbers.English;

/// <summary>The English number words.</summary>
internal static class EnglishNumerals
{
    public const long Hundred = 100;

    /// <summary>0-19 by index.</summary>
    public static readonly string[] UpToNineteen =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    /// <summary>The tens by index; the first two are not used.</summary>
    public static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The scales, the largest first.</summary>
    public static readonly (long Value, string Word)[] Scales = [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

    /// <summary>The ordinals that are not the cardinal and "th".</summary>
    public static readonly FrozenDictionary<string, string> IrregularOrdinals = new Dictionary<string, string>
    {
        ["one"] = "first",
        ["two"] = "second",
        ["three"] = "third",
        ["five"] = "fifth",
        ["eight"] = "eighth",
        ["nine"] = "ninth",
        ["twelve"] = "twelfth",
    }.ToFrozenDictionary();

    /// <summary>Every cardinal word with its value.</summary>
    public static readonly FrozenDictionary<string, long> Cardinals = BuildCardinals();

    /// <summary>Every ordinal word with its value.</summary>
    public static readonly FrozenDictionary<string, long> Ordinals = Cardinals
        .ToDictionary(static pair => Ordinal(pair.Key), static pair => pair.Value)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>"three" to "third", "twenty" to "twentieth".</summary>
    public static string Ordinal(string cardinal) =>
        IrregularOrdinals.TryGetValue(cardinal, out var irregular) ? irregular
        : cardinal.EndsWith('y') ? cardinal[..^1] + "ieth"
        : cardinal + "th";

    private static FrozenDictionary<string, long> BuildCardinals()
    {
        var words = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase) { ["hundred"] = Hundred };
        for (var i = 0; i < UpToNineteen.Length; i++)
            words[UpToNineteen[i]] = i;
        for (var i = 2; i < Tens.Length; i++)
            words[Tens[i]] = i * 10;
        foreach (var (value, word) in Scales)
            words[word] = value;
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
