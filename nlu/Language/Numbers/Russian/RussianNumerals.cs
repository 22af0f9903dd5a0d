using System.Collections.Frozen;
using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Numbers.Russian;

/// <summary>The declension of the simple Russian numerals, in the order of <see cref="GrammaticalCase"/>.</summary>
/// <remarks>Source: Zaliznyak, Grammatical Dictionary of Russian; norms of gramota.ru for the oblique cases of compound numerals.</remarks>
internal static class RussianNumerals
{
    public const long Thousand = 1_000;
    public const long Million = 1_000_000;
    public const long Milliard = 1_000_000_000;

    public static readonly string[] Zero = Split("ноль ноля нолю ноль нолём ноле");
    public static readonly string[] OneMasculine = Split("один одного одному один одним одном");
    public static readonly string[] OneFeminine = Split("одна одной одной одну одной одной");
    public static readonly string[] OneNeuter = Split("одно одного одному одно одним одном");
    public static readonly string[] TwoMasculine = Split("два двух двум два двумя двух");
    public static readonly string[] TwoFeminine = Split("две двух двум две двумя двух");

    /// <summary>3-20, then the tens and hundreds: everything that does not change with gender.</summary>
    public static readonly FrozenDictionary<int, string[]> Simple = BuildSimple();

    public static readonly FrozenDictionary<long, RussianScale> Scales = new Dictionary<long, RussianScale>
    {
        [Thousand] = new(
            GrammaticalGender.Feminine,
            Split("тысяча тысячи тысяче тысячу тысячей тысяче"),
            Split("тысячи тысяч тысячам тысячи тысячами тысячах")),
        [Million] = new(
            GrammaticalGender.Masculine,
            Split("миллион миллиона миллиону миллион миллионом миллионе"),
            Split("миллионы миллионов миллионам миллионы миллионами миллионах")),
        [Milliard] = new(
            GrammaticalGender.Masculine,
            Split("миллиард миллиарда миллиарду миллиард миллиардом миллиарде"),
            Split("миллиарды миллиардов миллиардам миллиарды миллиардами миллиардах")),
    }.ToFrozenDictionary();

    private static FrozenDictionary<int, string[]> BuildSimple()
    {
        var forms = new Dictionary<int, string[]>
        {
            [3] = Split("три трёх трём три тремя трёх"),
            [4] = Split("четыре четырёх четырём четыре четырьмя четырёх"),
            [8] = Split("восемь восьми восьми восемь восемью восьми"),
            [40] = Split("сорок сорока сорока сорок сорока сорока"),
            [80] = Split("восемьдесят восьмидесяти восьмидесяти восемьдесят восемьюдесятью восьмидесяти"),
            [90] = Split("девяносто девяноста девяноста девяносто девяноста девяноста"),
            [100] = Split("сто ста ста сто ста ста"),
            [200] = Split("двести двухсот двумстам двести двумястами двухстах"),
            [300] = Split("триста трёхсот трёмстам триста тремястами трёхстах"),
            [400] = Split("четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах"),
            [800] = Split("восемьсот восьмисот восьмистам восемьсот восемьюстами восьмистах"),
        };
        string[] softSigned =
        [
            "пять", "шесть", "семь", "", "девять", "десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать",
            "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать", "двадцать",
        ];
        for (var i = 0; i < softSigned.Length; i++)
        {
            if (softSigned[i].Length > 0)
                forms[i + 5] = SoftSigned(softSigned[i]);
        }

        forms[30] = SoftSigned("тридцать");
        foreach (var unit in new[] { 5, 6, 7, 9 })
        {
            var digit = forms[unit];
            if (unit != 9)
            {
                var ten = digit[0] + "десят";
                forms[unit * 10] = [ten, digit[1] + "десяти", digit[2] + "десяти", ten, digit[4] + "десятью", digit[5] + "десяти"];
            }

            var hundred = digit[0] + "сот";
            forms[unit * 100] = [hundred, digit[1] + "сот", digit[2] + "стам", hundred, digit[4] + "стами", digit[5] + "стах"];
        }

        return forms.ToFrozenDictionary();
    }

    private static string[] SoftSigned(string nominative)
    {
        var stem = nominative[..^1];
        return [nominative, stem + "и", stem + "и", nominative, nominative + "ю", stem + "и"];
    }

    private static string[] Split(string forms) => forms.Split(' ');
}
