namespace VoiceMed.Nlu.Language.Numbers.Russian;

/// <summary>The dictionary forms of Russian ordinals that end a number.</summary>
internal static class RussianOrdinals
{
    /// <summary>0-20 by index.</summary>
    private static readonly string[] UpToTwenty =
    [
        "нулевой", "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый",
        "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый", "пятнадцатый", "шестнадцатый", "семнадцатый", "восемнадцатый",
        "девятнадцатый", "двадцатый",
    ];

    /// <summary>30-90 by tens.</summary>
    private static readonly string[] Tens =
        ["тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый", "восьмидесятый", "девяностый"];

    /// <summary>The values that have an ordinal word of their own, below 1000.</summary>
    public static IEnumerable<int> SimpleValues =>
        Enumerable.Range(0, 21)
            .Concat(Enumerable.Range(3, 7).Select(static ten => ten * 10))
            .Concat(Enumerable.Range(1, 9).Select(static hundred => hundred * 100));

    /// <summary>"первый", "сороковой", "двухсотый".</summary>
    public static string Simple(int value) => value switch
    {
        <= 20 => UpToTwenty[value],
        < 100 => Tens[(value / 10) - 3],
        100 => "сотый",
        _ => RussianNumerals.Simple[value][1] + "ый",
    };

    /// <summary>The first part of "двадцатипятитысячный": genitives in one word, except "сто", "девяносто", "одно".</summary>
    public static string CompoundPrefix(int group)
    {
        if (group == 1)
            return "";
        var hundreds = group / 100 * 100;
        var rest = group % 100;
        var prefix = hundreds switch { 0 => "", 100 => "сто", _ => Genitive(hundreds) };
        if (rest > 20)
        {
            prefix += rest / 10 == 9 ? "девяносто" : Genitive(rest / 10 * 10);
            rest %= 10;
        }

        return prefix + rest switch { 0 => "", 1 => "одно", 2 => "двух", _ => Genitive(rest) };
    }

    private static string Genitive(int value) => RussianNumerals.Simple[value][1];
}
