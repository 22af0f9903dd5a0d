using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Nlu.Language.Spoken;
using Xunit;

namespace VoiceMed.Nlu.Tests.Language.Spoken;

public class SpeechTextTests
{
    [Theory]
    [InlineData("АД 120/80 мм рт. ст.", "артериальное давление сто двадцать на восемьдесят миллиметров ртутного столба")]
    [InlineData("120/80 mm[Hg]", "сто двадцать на восемьдесят миллиметров ртутного столба")]
    [InlineData("5,4 ммоль/л", "пять целых четыре десятых миллимоля на литр")]
    [InlineData("5.4 mmol/L", "пять целых четыре десятых миллимоля на литр")]
    [InlineData("03.03.2025", "третьего марта две тысячи двадцать пятого года")]
    [InlineData("2025-03-03", "третьего марта две тысячи двадцать пятого года")]
    [InlineData("от 3 марта 2025 года", "от третьего марта две тысячи двадцать пятого года")]
    [InlineData("в 2025 году", "в две тысячи двадцать пятом году")]
    [InlineData("37,2 °C", "тридцать семь целых две десятых градуса")]
    [InlineData("36.6 Cel", "тридцать шесть целых шесть десятых градуса")]
    [InlineData("SpO2 97 %", "сатурация девяносто семь процентов")]
    [InlineData("72 /min", "семьдесят два удара в минуту")]
    [InlineData("1 мг", "один миллиграмм")]
    [InlineData("2 ЕД", "две единицы")]
    [InlineData("82 кг", "восемьдесят два килограмма")]
    [InlineData("ЭКГ", "э ка гэ")]
    [InlineData("Городская больница № 2", "Городская больница номер два")]
    [InlineData("3 посещения", "три посещения")]
    [InlineData("1 посещение", "одно посещение")]
    [InlineData("2 выписки", "две выписки")]
    [InlineData("2 новых документа", "два новых документа")]
    [InlineData("21 запись", "двадцать одна запись")]
    [InlineData("за последние 3 месяца", "за последние три месяца")]
    [InlineData("в 08:10", "в восемь часов десять минут")]
    [InlineData("в 21:01", "в двадцать один час одна минута")]
    [InlineData("норма от 120 до 160 г/л", "норма от ста двадцати до ста шестидесяти граммов на литр")]
    [InlineData("от 3,9 до 6,1", "от трёх целых девяти десятых до шести целых одной десятой")]
    [InlineData("4.5 10*12/L", "четыре целых пять десятых на десять в двенадцатой на литр")]
    [InlineData("500 мг 2 раза в день", "пятьсот миллиграммов два раза в день")]
    [InlineData("Никаких цифр.", "Никаких цифр.")]
    [InlineData("", "")]
    public void Expand_Russian_WritesOut(string text, string expected) => Assert.Equal(expected, SpeechText.Expand(text, "ru"));

    [Theory]
    [InlineData("BP 120/80 mmHg", "blood pressure one hundred twenty over eighty millimeters of mercury")]
    [InlineData("5.4 mmol/L", "five point four millimoles per liter")]
    [InlineData("March 3, 2025", "March third, twenty twenty five")]
    [InlineData("2025-03-03", "March third, twenty twenty five")]
    [InlineData("in March 2025", "in March twenty twenty five")]
    [InlineData("in 2005", "in two thousand five")]
    [InlineData("37.2 °C", "thirty seven point two degrees Celsius")]
    [InlineData("SpO2 97 %", "oxygen saturation ninety seven percent")]
    [InlineData("72 /min", "seventy two beats per minute")]
    [InlineData("1 mg", "one milligram")]
    [InlineData("ECG", "E C G")]
    [InlineData("at 08:10", "at eight ten")]
    [InlineData("at 09:05", "at nine oh five")]
    [InlineData("3 visits", "three visits")]
    [InlineData("the 2nd document", "the second document")]
    [InlineData("City Hospital No. 2", "City Hospital number two")]
    [InlineData("normal from 3.9 to 6.1", "normal from three point nine to six point one")]
    [InlineData("Nothing here.", "Nothing here.")]
    public void Expand_English_WritesOut(string text, string expected) => Assert.Equal(expected, SpeechText.Expand(text, "en"));

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Expand_AnyText_ExpandsOnceOnly(string language)
    {
        string[] pieces = ["12", "/", " ", "80", "мм рт. ст.", "mmHg", ".", ",", ":", "2025", "-", "03", "%", "№", "г.", "марта", "March", "ЭКГ", "st", "°C", "от"];
        Prop.ForAll(Gen.Elements(pieces).ListOf().ToArbitrary(), parts =>
        {
            var once = SpeechText.Expand(string.Concat(parts), language);
            return SpeechText.Expand(once, language) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Expand_MoreDigitsThanHaveWords_LeavesThem(string language) =>
        Assert.Equal("99999999999999", SpeechText.Expand("99999999999999", language));

    [Fact]
    public void Expand_UnknownLanguage_Throws() => Assert.Throws<ArgumentException>(() => SpeechText.Expand("1", "de"));
}
