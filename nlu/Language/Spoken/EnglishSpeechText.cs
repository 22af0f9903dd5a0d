using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using VoiceMed.Nlu.Language.Calendar;
using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language.Spoken;

/// <summary>Expands English text: first what has a shape of its own (dates, times, pressures), then numbers with units, then bare numbers.</summary>
internal static partial class EnglishSpeechText
{
    private const int MostDigits = 12;

    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>
    {
        ["ECG"] = "E C G",
        ["EKG"] = "E K G",
        ["EEG"] = "E E G",
        ["MRI"] = "M R I",
        ["CT"] = "C T",
        ["BP"] = "blood pressure",
        ["HR"] = "heart rate",
        ["SpO2"] = "oxygen saturation",
        ["SpO₂"] = "oxygen saturation",
        ["ICU"] = "I C U",
        ["COPD"] = "C O P D",
        ["HIV"] = "H I V",
        ["INR"] = "I N R",
        ["LDL"] = "L D L",
        ["HDL"] = "H D L",
        ["Dr."] = "Doctor",
        ["Mr."] = "Mister",
        ["Mrs."] = "Missus",
        ["Ms."] = "Miz",
        ["e.g."] = "for example",
        ["i.e."] = "that is",
        ["DOB"] = "date of birth",
        ["No."] = "number",
        ["IV"] = "intravenous",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Regex Pressure = new(
        $@"(?<![\d/])(\d{{1,3}})\s*/\s*(\d{{1,3}})(?:\s?({EnglishUnit.Pattern})(?![\p{{L}}\d]))?(?![\d/])", RegexOptions.CultureInvariant);

    private static readonly Regex Measured = new(
        $@"(?<![\d\p{{L}}])([-−]?)(\d{{1,{MostDigits}}})(?:\.(\d{{1,3}}))?\s?({EnglishUnit.Pattern})(?![\p{{L}}\d])", RegexOptions.CultureInvariant);

    public static string Expand(string text)
    {
        text = Abbreviation().Replace(text, static match => Abbreviations[match.Value]);
        text = IsoDate().Replace(text, static match => IsoToWritten(match) ?? match.Value);
        text = MonthDay().Replace(text, static match => match.Groups[1].Value + ' ' + OrdinalWords.Write(Number(match.Groups[2].Value), LanguageCode.English)
            + (match.Groups[3].Success ? ", " + YearWords(Number(match.Groups[3].Value)) : ""));
        text = Year().Replace(text, static match => match.Groups[1].Value + ' ' + YearWords(Number(match.Groups[2].Value)));
        text = Clock().Replace(text, static match => Time(match) ?? match.Value);
        text = Pressure.Replace(text, static match => PressureWords(match));
        text = Measured.Replace(text, static match => MeasuredWords(match));
        text = OrdinalNumber().Replace(text, static match => OrdinalWords.Write(Number(match.Groups[1].Value), LanguageCode.English));
        return Plain().Replace(text, static match => PlainWords(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));
    }

    private static string? IsoToWritten(Match match)
    {
        var (year, month, day) = ((int)Number(match.Groups[1].Value), (int)Number(match.Groups[2].Value), (int)Number(match.Groups[3].Value));
        return WrittenDate.IsDay(year, month, day) ? EnglishCalendarWriter.Date(match.Value) : null;
    }

    private static string? Time(Match match)
    {
        var (hour, minute) = (Number(match.Groups[1].Value), Number(match.Groups[2].Value));
        if (hour > 23 || minute > 59)
            return null;
        var minutes = minute == 0 ? hour is > 0 and < 13 ? "o'clock" : "hundred hours"
            : (minute < 10 ? "oh " : "") + NumberWords.Write(minute, LanguageCode.English);
        return NumberWords.Write(hour, LanguageCode.English) + ' ' + minutes;
    }

    private static string PressureWords(Match match)
    {
        var words = NumberWords.Write(Number(match.Groups[1].Value), LanguageCode.English) + " over " + NumberWords.Write(Number(match.Groups[2].Value), LanguageCode.English);
        return match.Groups[3].Success ? words + ' ' + EnglishUnit.Find(match.Groups[3].Value).Many : words;
    }

    private static string MeasuredWords(Match match)
    {
        var unit = EnglishUnit.Find(match.Groups[4].Value);
        var singular = match.Groups[2].Value == "1" && !match.Groups[3].Success;
        return (PlainWords(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) + ' ' + (singular ? unit.One : unit.Many)).TrimEnd();
    }

    /// <summary>"five point four"; the digits after the point one by one.</summary>
    private static string PlainWords(string sign, string whole, string fraction)
    {
        var words = (sign.Length > 0 ? "minus " : "") + NumberWords.Write(Number(whole), LanguageCode.English);
        return fraction.Length == 0
            ? words
            : words + " point " + string.Join(' ', fraction.Select(static digit => NumberWords.Write(digit - '0', LanguageCode.English)));
    }

    /// <summary>"twenty twenty five", "nineteen oh five", "two thousand three".</summary>
    private static string YearWords(long year)
    {
        var (century, rest) = (year / 100, year % 100);
        if (year is >= 2000 and < 2010 || rest == 0)
            return rest == 0 && year % 1000 != 0 ? NumberWords.Write(century, LanguageCode.English) + " hundred" : NumberWords.Write(year, LanguageCode.English);
        return NumberWords.Write(century, LanguageCode.English) + (rest < 10 ? " oh " : " ") + NumberWords.Write(rest, LanguageCode.English);
    }

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\p{L}\d])(?:ECG|EKG|EEG|MRI|CT|BP|HR|SpO2|SpO₂|ICU|COPD|HIV|INR|LDL|HDL|DOB|IV)(?![\p{L}\d])|(?<!\p{L})(?:Dr\.|Mr\.|Mrs\.|Ms\.|No\.(?=\s\d)|e\.g\.|i\.e\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?!\d)(?:, (\d{4})(?!\d))?", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(January|February|March|April|May|June|July|August|September|October|November|December|[Ii]n|[Ss]ince|of) ((?:19|20)\d{2})(?![\d.,]*\d)(?!\s?(?:mg|ml|mL|g|units?)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\d\p{L}])(\d{1,12})(?:st|nd|rd|th)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalNumber();

    [GeneratedRegex(@"(?<![\d\p{L}.,])([-−]?)(\d{1,12})(?:\.(\d{1,3}))?(?![\d\p{L}]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
