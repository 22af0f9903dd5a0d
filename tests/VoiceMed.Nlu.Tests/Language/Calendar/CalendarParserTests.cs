using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Language.Calendar;
using Xunit;

namespace VoiceMed.Nlu.Tests.Language.Calendar;

public class CalendarParserTests
{
    private static readonly LocalDate Today = new(2026, 11, 21);

    [Theory]
    [InlineData("третьего марта", "--03-03")]
    [InlineData("третье марта двадцать пятого года", "2025-03-03")]
    [InlineData("двадцать первого октября две тысячи двадцать шестого года", "2026-10-21")]
    [InlineData("тридцать первого декабря девяносто девятого года", "1999-12-31")]
    [InlineData("3 марта 2025 года", "2025-03-03")]
    [InlineData("03.03.2025", "2025-03-03")]
    [InlineData("3 го марта", "--03-03")]
    [InlineData("вчера", "yesterday")]
    [InlineData("сегодня утром", "today")]
    [InlineData("позавчера", "P2D")]
    [InlineData("три дня назад", "P3D")]
    [InlineData("в прошлый вторник", "last-tuesday")]
    [InlineData("от пятого мая", "--05-05")]
    public void Date_Russian_IsCanonical(string text, string expected) => AssertParses("ru", "date", text, expected);

    [Theory]
    [InlineData("march third twenty twenty five", "2025-03-03")]
    [InlineData("the 3rd of march", "--03-03")]
    [InlineData("the third of march two thousand and five", "2005-03-03")]
    [InlineData("march 3 2025", "2025-03-03")]
    [InlineData("last monday", "last-monday")]
    [InlineData("on tuesday", "last-tuesday")]
    [InlineData("yesterday", "yesterday")]
    [InlineData("the day before yesterday", "P2D")]
    [InlineData("two days ago", "P2D")]
    [InlineData("august twenty second", "--08-22")]
    [InlineData("june fifth nineteen oh nine", "1909-06-05")]
    public void Date_English_IsCanonical(string text, string expected) => AssertParses("en", "date", text, expected);

    [Theory]
    [InlineData("за последние три месяца", "P3M")]
    [InlineData("за 3 месяца", "P3M")]
    [InlineData("за последний год", "P1Y")]
    [InlineData("за последние сутки", "P1D")]
    [InlineData("за последние двое суток", "P2D")]
    [InlineData("за двадцать четыре часа", "P1D")]
    [InlineData("за последние полгода", "P6M")]
    [InlineData("за пять лет", "P5Y")]
    [InlineData("за неделю", "P1W")]
    [InlineData("в течение последнего месяца", "P1M")]
    [InlineData("за прошлую неделю", "last-week")]
    [InlineData("на прошлой неделе", "last-week")]
    [InlineData("в прошлом году", "last-year")]
    [InlineData("в этом месяце", "this-month")]
    [InlineData("с начала года", "this-year")]
    [InlineData("с января", "--01/..")]
    [InlineData("с прошлой весны", "last-spring/..")]
    [InlineData("с марта по май", "--03/--05")]
    [InlineData("с 2020 года", "2020/..")]
    [InlineData("с понедельника", "last-monday/..")]
    [InlineData("со вчерашнего дня", "yesterday/..")]
    [InlineData("до марта", "../--03")]
    [InlineData("в марте", "--03")]
    [InlineData("за март прошлого года", "last-year-03")]
    [InlineData("за декабрь две тысячи двадцать пятого года", "2025-12")]
    [InlineData("в две тысячи двадцать пятом году", "2025")]
    [InlineData("за двадцать четвёртый год", "2024")]
    [InlineData("вчера", "yesterday")]
    [InlineData("за вчера", "yesterday")]
    [InlineData("позавчера", "-P2D")]
    [InlineData("две недели назад", "-P2W")]
    [InlineData("год назад", "last-year")]
    [InlineData("за третье марта", "--03-03")]
    [InlineData("за всё время", "..")]
    [InlineData("ночью", "last-night")]
    [InlineData("прошлой осенью", "last-autumn")]
    [InlineData("летом", "summer")]
    [InlineData("на днях", "P3D")]
    public void Period_Russian_IsCanonical(string text, string expected) => AssertParses("ru", "period", text, expected);

    [Theory]
    [InlineData("since last spring", "last-spring/..")]
    [InlineData("in the past two years", "P2Y")]
    [InlineData("this year", "this-year")]
    [InlineData("for the last month", "P1M")]
    [InlineData("last month", "last-month")]
    [InlineData("over the past week", "P1W")]
    [InlineData("for the past twenty four hours", "P1D")]
    [InlineData("in the last couple of weeks", "P2W")]
    [InlineData("since january", "--01/..")]
    [InlineData("since the beginning of the year", "this-year")]
    [InlineData("from january to march", "--01/--03")]
    [InlineData("between march and may", "--03/--05")]
    [InlineData("in may", "--05")]
    [InlineData("in march twenty twenty four", "2024-03")]
    [InlineData("in twenty twenty four", "2024")]
    [InlineData("two weeks ago", "-P2W")]
    [InlineData("a year ago", "last-year")]
    [InlineData("overnight", "last-night")]
    [InlineData("this morning", "today")]
    [InlineData("last tuesday", "last-tuesday")]
    [InlineData("from march third", "--03-03")]
    [InlineData("in the winter", "winter")]
    [InlineData("yesterday", "yesterday")]
    public void Period_English_IsCanonical(string text, string expected) => AssertParses("en", "period", text, expected);

    [Theory]
    [InlineData("в половине третьего", "02:30")]
    [InlineData("полтретьего", "02:30")]
    [InlineData("без четверти три", "02:45")]
    [InlineData("без пятнадцати три", "02:45")]
    [InlineData("без двадцати пяти три", "02:35")]
    [InlineData("в три часа дня", "15:00")]
    [InlineData("в десять утра", "10:00")]
    [InlineData("в пятнадцать тридцать", "15:30")]
    [InlineData("в 15 30", "15:30")]
    [InlineData("пять минут шестого", "05:05")]
    [InlineData("в полдень", "12:00")]
    [InlineData("в двенадцать ночи", "00:00")]
    public void Time_Russian_IsCanonical(string text, string expected) => AssertParses("ru", "time", text, expected);

    [Theory]
    [InlineData("at half past two", "02:30")]
    [InlineData("quarter to three", "02:45")]
    [InlineData("ten past five", "05:10")]
    [InlineData("five p m", "17:00")]
    [InlineData("12 am", "00:00")]
    [InlineData("two thirty", "02:30")]
    [InlineData("eight oclock in the evening", "20:00")]
    [InlineData("noon", "12:00")]
    public void Time_English_IsCanonical(string text, string expected) => AssertParses("en", "time", text, expected);

    [Theory]
    [InlineData("ru", "period", "последние три посещения")]
    [InlineData("ru", "period", "три месяца")]
    [InlineData("ru", "period", "в больнице")]
    [InlineData("ru", "period", "за пациентом")]
    [InlineData("ru", "date", "тридцать второго марта")]
    [InlineData("ru", "date", "тридцатого февраля")]
    [InlineData("ru", "time", "три")]
    [InlineData("en", "period", "may i see")]
    [InlineData("en", "period", "last three visits")]
    [InlineData("en", "period", "four seven one nine")]
    [InlineData("en", "date", "april thirty first")]
    [InlineData("en", "time", "two documents")]
    public void Parse_NotOfThatType_ReturnsFalse(string language, string type, string text) =>
        Assert.False(Parser(language, type).TryParse(TextNormalizer.Words(text), 0, out _));

    [Fact]
    public void Parse_AnyWordsInAnyOrder_NeverThrowsAndStaysInside()
    {
        string[] words =
        [
            "за", "с", "по", "в", "последние", "прошлой", "три", "двадцать", "третьего", "марта", "года", "неделю", "назад", "без", "половине",
            "часа", "утра", "the", "last", "of", "march", "twenty", "third", "ago", "since", "from", "to", "half", "past", "p", "m", "2025", "03.03.2025",
            "-", "", "тысячный", "миллион", "999999999999", "99.99", "year", "beginning", "начала", "дня", "этого", "a", "couple", "and", "hundred",
        ];
        var parsers = new[] { "ru", "en" }
            .SelectMany(language => new[] { "number", "ordinal", "date", "period", "time" }.Select(type => Parser(language, type))).ToArray();
        Prop.ForAll(Gen.Elements(words).ListOf().ToArbitrary(), list =>
        {
            string[] tokens = [.. list];
            foreach (var parser in parsers)
            {
                for (var start = -1; start <= tokens.Length; start++)
                {
                    if (parser.TryParse(tokens, start, out var entity) && (entity.TokenCount < 1 || start + entity.TokenCount > tokens.Length || entity.Value.Length == 0))
                        return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Theory]
    [InlineData("P3M", "2026-08-21/2026-11-22")]
    [InlineData("today", "2026-11-21/2026-11-22")]
    [InlineData("last-week", "2026-11-09/2026-11-16")]
    [InlineData("last-month", "2026-10-01/2026-11-01")]
    [InlineData("this-year", "2026-01-01/2027-01-01")]
    [InlineData("2025", "2025-01-01/2026-01-01")]
    [InlineData("--03", "2026-03-01/2026-04-01")]
    [InlineData("--12", "2025-12-01/2026-01-01")]
    [InlineData("--12-05", "2025-12-05/2025-12-06")]
    [InlineData("--02-29", "2024-02-29/2024-03-01")]
    [InlineData("--01/..", "2026-01-01/..")]
    [InlineData("--10/--03", "2025-10-01/2026-04-01")]
    [InlineData("last-spring/..", "2026-03-01/..")]
    [InlineData("last-autumn", "2025-09-01/2025-12-01")]
    [InlineData("autumn", "2026-09-01/2026-12-01")]
    [InlineData("last-monday", "2026-11-16/2026-11-17")]
    [InlineData("last-saturday", "2026-11-14/2026-11-15")]
    [InlineData("last-year-03", "2025-03-01/2025-04-01")]
    [InlineData("-P2W", "2026-11-02/2026-11-09")]
    [InlineData("..", "../..")]
    [InlineData("2026-08-21/2026-11-20", "2026-08-21/2026-11-21")]
    public void Resolve_Canonical_GivesHalfOpenDays(string value, string expected) =>
        Assert.Equal(expected, PeriodResolver.Resolve(value, Today)?.ToString());

    [Theory]
    [InlineData("soon")]
    [InlineData("2025-13")]
    [InlineData("2025-02-30")]
    [InlineData("/")]
    [InlineData("")]
    public void Resolve_NotCanonical_IsNull(string value) => Assert.Null(PeriodResolver.Resolve(value, Today));

    [Theory]
    [InlineData("ru", "date")]
    [InlineData("ru", "period")]
    [InlineData("ru", "time")]
    [InlineData("ru", "number")]
    [InlineData("ru", "ordinal")]
    [InlineData("en", "date")]
    [InlineData("en", "period")]
    [InlineData("en", "time")]
    [InlineData("en", "number")]
    [InlineData("en", "ordinal")]
    public void EntityExamples_EveryExample_IsParsedWhole(string language, string type)
    {
        var examples = Languages.Default.Find(language)!.EntityExamples(type);
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var words = TextNormalizer.Words(example);
            Assert.True(Parser(language, type).TryParse(words, 0, out var entity) && entity.TokenCount == words.Length, $"{type}: {example} -> {entity}");
            if (type is "date" or "period")
                Assert.NotNull(PeriodResolver.Resolve(entity.Value, Today));
        }
    }

    private static IEntityParser Parser(string language, string type) => Languages.Default.Find(language)!.EntityParser(type)!;

    private static void AssertParses(string language, string type, string text, string expected)
    {
        var words = TextNormalizer.Words(text);
        Assert.True(Parser(language, type).TryParse(words, 0, out var entity), text);
        Assert.Equal(new ParsedEntity(expected, words.Length), entity);
    }
}
