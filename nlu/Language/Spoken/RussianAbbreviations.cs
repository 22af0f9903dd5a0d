using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace VoiceMed.Nlu.Language.Spoken;

/// <summary>Russian abbreviations of the ward: some are said in full, some by their letters.</summary>
internal static partial class RussianAbbreviations
{
    private static readonly FrozenDictionary<string, string> Spoken = new Dictionary<string, string>
    {
        ["ЭКГ"] = "э ка гэ",
        ["ЭЭГ"] = "э э гэ",
        ["МРТ"] = "эм эр тэ",
        ["КТ"] = "ка тэ",
        ["МСКТ"] = "эм эс ка тэ",
        ["ПЭТ"] = "пэт",
        ["УЗИ"] = "узи",
        ["ЭхоКГ"] = "эхокардиография",
        ["ФГДС"] = "эф гэ дэ эс",
        ["АД"] = "артериальное давление",
        ["ЧСС"] = "частота сердечных сокращений",
        ["ЧДД"] = "частота дыхания",
        ["SpO2"] = "сатурация",
        ["SpO₂"] = "сатурация",
        ["ИБС"] = "ишемическая болезнь сердца",
        ["ОРВИ"] = "о эр вэ и",
        ["ХОБЛ"] = "хобл",
        ["СОЭ"] = "соэ",
        ["АЛТ"] = "а эл тэ",
        ["АСТ"] = "а эс тэ",
        ["ТТГ"] = "тэ тэ гэ",
        ["МНО"] = "эм эн о",
        ["ОАК"] = "общий анализ крови",
        ["ОАМ"] = "общий анализ мочи",
        ["ВИЧ"] = "вич",
        ["ОРИТ"] = "отделение реанимации",
        ["ФИО"] = "фамилия, имя, отчество",
        ["г."] = "года",
        ["им."] = "имени",
        ["ул."] = "улица",
        ["тел."] = "телефон",
        ["т. е."] = "то есть",
        ["т.е."] = "то есть",
        ["т. д."] = "так далее",
        ["т.д."] = "так далее",
        ["др."] = "другие",
        ["табл."] = "таблетки",
        ["капс."] = "капсулы",
        ["в/в"] = "внутривенно",
        ["в/м"] = "внутримышечно",
        ["п/к"] = "подкожно",
        ["р/д"] = "раза в день",
        ["№"] = "номер",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Replaces whole abbreviations.</summary>
    public static string Expand(string text) => Any().Replace(text, static match =>
        match.Value[0] == '№' ? Spoken["№"] + ' ' : Spoken[match.Value]);

    [GeneratedRegex(
        @"(?<!\p{L})(?:ЭхоКГ|МСКТ|ЭКГ|ЭЭГ|МРТ|КТ|ПЭТ|УЗИ|ФГДС|АД|ЧСС|ЧДД|SpO2|SpO₂|ИБС|ОРВИ|ХОБЛ|СОЭ|АЛТ|АСТ|ТТГ|МНО|ОАК|ОАМ|ВИЧ|ОРИТ|ФИО)(?![\p{L}\d])"
        + @"|(?<=\d{4}\s?)г\.|(?<!\p{L})(?:им\.|ул\.|тел\.|т\. ?е\.|т\. ?д\.|др\.|табл\.|капс\.|в/в|в/м|п/к|р/д)(?!\p{L})|№\s?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
