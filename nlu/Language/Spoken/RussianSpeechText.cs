using System.Globalization;
using System.Text.RegularExpressions;
using VoiceMed.Nlu.Language.Calendar;
using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Morphology.Russian;
using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language.Spoken;

/// <summary>Expands Russian text: first what has a shape of its own (dates, times, pressures), then numbers with units, then bare numbers.</summary>
internal static partial class RussianSpeechText
{
    private const int MostDigits = 12;

    /// <summary>Prepositions and comparatives after which a number stands in an oblique case.</summary>
    private const string Prepositions = "до|от|из|около|без|свыше|более|менее|больше|меньше|к";

    private static readonly Regex Pressure = new(
        $@"(?<![\d/])(\d{{1,3}})\s*/\s*(\d{{1,3}})(?:\s?({RussianUnit.Pattern})(?![\p{{L}}\d]))?(?![\d/])", RegexOptions.CultureInvariant);

    private static readonly Regex Measured = new(
        $@"(?:(?<!\p{{L}})({Prepositions})\s)?(?<![\d\p{{L}}])([-−]?)(\d{{1,{MostDigits}}})(?:[.,](\d{{1,3}}))?\s?({RussianUnit.Pattern})(?![\p{{L}}\d])",
        RegexOptions.CultureInvariant);

    public static string Expand(string text)
    {
        text = RussianAbbreviations.Expand(text);
        text = IsoDate().Replace(text, static match => Date(match.Groups[3].Value, match.Groups[2].Value, match.Groups[1].Value) ?? match.Value);
        text = PointDate().Replace(text, static match => Date(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) ?? match.Value);
        text = MonthDay().Replace(text, static match => Ordinal(match.Groups[1].Value, GrammaticalCase.Genitive, GrammaticalGender.Neuter) + match.Groups[2].Value);
        text = Year().Replace(text, static match => Ordinal(match.Groups[1].Value, YearCase(match.Groups[3].Value), GrammaticalGender.Masculine) + match.Groups[2].Value);
        text = Clock().Replace(text, static match => Time(match) ?? match.Value);
        text = Pressure.Replace(text, static match => PressureWords(match));
        text = Measured.Replace(text, static match => MeasuredWords(match));
        text = Fraction().Replace(text, static match => match.Groups[1].Value + SpaceAfter(match.Groups[1])
            + FractionWords(Number(match.Groups[2].Value), match.Groups[3].Value, CaseAfter(match.Groups[1].Value)));
        return Integer().Replace(text, static match => IntegerWords(match));
    }

    private static string? Date(string day, string month, string year)
    {
        var (d, m, y) = ((int)Number(day), (int)Number(month), (int)Number(year));
        if (!WrittenDate.IsDay(y, m, d))
            return null;
        var written = RussianCalendarWriter.Date(CanonicalPeriod.Day(m, d, y.ToString("0000", CultureInfo.InvariantCulture)));
        return Year().Replace(
            MonthDay().Replace(written, static match => Ordinal(match.Groups[1].Value, GrammaticalCase.Genitive, GrammaticalGender.Neuter) + match.Groups[2].Value),
            static match => Ordinal(match.Groups[1].Value, GrammaticalCase.Genitive, GrammaticalGender.Masculine) + match.Groups[2].Value);
    }

    private static string? Time(Match match)
    {
        var (hour, minute) = (Number(match.Groups[1].Value), Number(match.Groups[2].Value));
        if (hour > 23 || minute > 59)
            return null;
        var hours = Counted(hour, new RussianUnit("час", "часа", "часов"));
        return minute == 0 ? hours + " ровно" : hours + ' ' + Counted(minute, new RussianUnit("минута", "минуты", "минут", GrammaticalGender.Feminine));
    }

    private static string PressureWords(Match match)
    {
        var words = NumberWords.Write(Number(match.Groups[1].Value), LanguageCode.Russian) + " на " + NumberWords.Write(Number(match.Groups[2].Value), LanguageCode.Russian);
        return match.Groups[3].Success ? words + ' ' + RussianUnit.Find(match.Groups[3].Value).After(Number(match.Groups[2].Value)) : words;
    }

    private static string MeasuredWords(Match match)
    {
        var unit = RussianUnit.Find(match.Groups[5].Value);
        var whole = Number(match.Groups[3].Value);
        var grammaticalCase = CaseAfter(match.Groups[1].Value);
        var lead = match.Groups[1].Value + SpaceAfter(match.Groups[1]) + (match.Groups[2].Length > 0 ? "минус " : "");
        if (match.Groups[4].Success)
            return (lead + FractionWords(whole, match.Groups[4].Value, grammaticalCase) + ' ' + unit.Few).TrimEnd();
        var plural = grammaticalCase == GrammaticalCase.Nominative ? unit.After(whole)
            : Plural.Category(whole, LanguageCode.Russian) == PluralCategory.One ? unit.Few : unit.Many;
        return (lead + NumberWords.Write(whole, LanguageCode.Russian, grammaticalCase, unit.Gender) + ' ' + plural).TrimEnd();
    }

    private static string Counted(long count, RussianUnit unit) =>
        NumberWords.Write(count, LanguageCode.Russian, gender: unit.Gender) + ' ' + unit.After(count);

    /// <summary>"пять целых четыре десятых".</summary>
    private static string FractionWords(long whole, string digits, GrammaticalCase grammaticalCase)
    {
        var denominator = digits.Length switch { 1 => "десят", 2 => "сот", _ => "тысячн" };
        return Part(whole, "цел", grammaticalCase) + ' ' + Part(Number(digits), denominator, grammaticalCase);
    }

    private static string Part(long value, string stem, GrammaticalCase grammaticalCase)
    {
        var one = Plural.Category(value, LanguageCode.Russian) == PluralCategory.One;
        var ending = one ? (grammaticalCase == GrammaticalCase.Nominative ? "ая" : "ой") : "ых";
        return NumberWords.Write(value, LanguageCode.Russian, grammaticalCase, GrammaticalGender.Feminine) + ' ' + stem + ending;
    }

    private static string IntegerWords(Match match)
    {
        var preposition = match.Groups[1].Value;
        if (match.Groups[3].Length > MostDigits)
            return match.Value;
        var sign = match.Groups[2].Length > 0 ? "минус " : "";
        var value = Number(match.Groups[3].Value);
        var words = NumberWords.Write(value, LanguageCode.Russian, CaseAfter(preposition), GenderOf(match.Groups[4].Value, value));
        return preposition + SpaceAfter(match.Groups[1]) + sign + words + match.Groups[4].Value;
    }

    /// <summary>The gender of what is counted, from the noun's form beside the number: "1 посещение", "2 выписки".</summary>
    private static GrammaticalGender GenderOf(string following, long count)
    {
        var words = TextNormalizer.Words(following);
        var noun = words.FirstOrDefault(static word => !(word.EndsWith("ых", StringComparison.Ordinal) || word.EndsWith("их", StringComparison.Ordinal)));
        if (noun is null || noun.Length < 3)
            return GrammaticalGender.Masculine;
        if (Plural.Category(count, LanguageCode.Russian) == PluralCategory.One)
            return RussianNoun.GenderOf(noun);
        return noun[^1] is 'ы' or 'и' ? GrammaticalGender.Feminine : GrammaticalGender.Masculine;
    }

    private static GrammaticalCase CaseAfter(string preposition) =>
        preposition.Length == 0 ? GrammaticalCase.Nominative : preposition.ToLowerInvariant() switch
        {
            "к" => GrammaticalCase.Dative,
            _ => GrammaticalCase.Genitive,
        };

    private static GrammaticalCase YearCase(string noun) => noun switch
    {
        "году" => GrammaticalCase.Prepositional,
        "год" => GrammaticalCase.Nominative,
        _ => GrammaticalCase.Genitive,
    };

    private static string SpaceAfter(Group preposition) => preposition.Length > 0 ? " " : "";

    private static string Ordinal(string digits, GrammaticalCase grammaticalCase, GrammaticalGender gender) =>
        OrdinalWords.Write(Number(digits), LanguageCode.Russian, grammaticalCase, gender);

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s?г\.)?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PointDate();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})(\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"(?<!\d)(\d{4})(\s(года|году|год))(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?:(?<!\p{L})(" + Prepositions + @")\s)?(?<![\d\p{L}.,])(\d{1,12})[.,](\d{1,3})(?![\d.,]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?:(?<!\p{L})(" + Prepositions + @")\s)?(?<![\d\p{L}.,])([-−]?)(\d+)(?![\d\p{L}])((?:\s\p{L}+){0,2})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Integer();
}
