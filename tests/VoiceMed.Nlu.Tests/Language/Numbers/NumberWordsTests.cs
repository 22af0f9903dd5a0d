using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Numbers;
using Xunit;

namespace VoiceMed.Nlu.Tests.Language.Numbers;

public class NumberWordsTests
{
    /// <summary>Prime to every digit position, so that all digits meet all others in the sample.</summary>
    private const int Step = 37;

    private const int Largest = 999_999;

    [Fact]
    public void WriteAndRead_RussianUpToMillionInEveryCaseAndGender_GivesTheNumberBack()
    {
        foreach (var grammaticalCase in Enum.GetValues<GrammaticalCase>())
        {
            foreach (var gender in Enum.GetValues<GrammaticalGender>())
            {
                for (var value = 0; value <= Largest; value += value < 2_000 ? 1 : Step)
                    AssertRoundTrip(value, LanguageCode.Russian, NumberWords.Write(value, "ru", grammaticalCase, gender));
            }
        }
    }

    [Fact]
    public void WriteAndRead_EnglishUpToMillion_GivesTheNumberBack()
    {
        for (var value = 0; value <= Largest; value++)
            AssertRoundTrip(value, LanguageCode.English, NumberWords.Write(value, "en"));
    }

    [Theory]
    [InlineData(0, GrammaticalCase.Genitive, "ноля")]
    [InlineData(21, GrammaticalCase.Instrumental, "двадцатью одним")]
    [InlineData(40, GrammaticalCase.Dative, "сорока")]
    [InlineData(58, GrammaticalCase.Genitive, "пятидесяти восьми")]
    [InlineData(90, GrammaticalCase.Instrumental, "девяноста")]
    [InlineData(200, GrammaticalCase.Dative, "двумстам")]
    [InlineData(347, GrammaticalCase.Prepositional, "трёхстах сорока семи")]
    [InlineData(500, GrammaticalCase.Instrumental, "пятьюстами")]
    [InlineData(1_000, GrammaticalCase.Nominative, "тысяча")]
    [InlineData(1_001, GrammaticalCase.Accusative, "тысячу один")]
    [InlineData(2_005, GrammaticalCase.Nominative, "две тысячи пять")]
    [InlineData(5_012, GrammaticalCase.Genitive, "пяти тысяч двенадцати")]
    [InlineData(21_000, GrammaticalCase.Accusative, "двадцать одну тысячу")]
    [InlineData(999_999, GrammaticalCase.Instrumental, "девятьюстами девяноста девятью тысячами девятьюстами девяноста девятью")]
    [InlineData(3_000_000, GrammaticalCase.Dative, "трём миллионам")]
    [InlineData(-7, GrammaticalCase.Nominative, "минус семь")]
    public void Write_RussianCase_DeclinesEveryWord(long value, GrammaticalCase grammaticalCase, string expected) =>
        Assert.Equal(expected, NumberWords.Write(value, "ru", grammaticalCase));

    [Theory]
    [InlineData(2, "двух")]
    [InlineData(21, "двадцать одного")]
    [InlineData(22, "двадцать два")]
    [InlineData(5, "пять")]
    public void Write_LivingBeingsInAccusative_UsesGenitiveWhereTheLanguageDoes(long value, string expected) =>
        Assert.Equal(expected, NumberWords.Write(value, "ru", GrammaticalCase.Accusative, animate: true));

    [Theory]
    [InlineData("ru", "двадцать пять", 25, 2)]
    [InlineData("ru", "двадцать пять шесть", 25, 2)]
    [InlineData("ru", "четыре семь один девять", 4, 1)]
    [InlineData("ru", "двадцать десять", 20, 1)]
    [InlineData("ru", "трёх посещений", 3, 1)]
    [InlineData("ru", "пара посещений", 2, 1)]
    [InlineData("ru", "5 тысяч рублей", 5_000, 2)]
    [InlineData("ru", "тысяча девятьсот восемьдесят", 1_980, 3)]
    [InlineData("en", "a hundred and five visits", 105, 4)]
    [InlineData("en", "one hundred and visits", 100, 2)]
    [InlineData("en", "twenty-three", 23, 1)]
    [InlineData("en", "two hundred thousand and seven", 200_007, 5)]
    [InlineData("en", "nineteen hundred", 1_900, 2)]
    [InlineData("en", "twenty ten", 20, 1)]
    [InlineData("en", "12 documents", 12, 1)]
    public void TryRead_WordsAfterTheNumber_StopsWhereTheNumberEnds(string language, string text, long expected, int words)
    {
        Assert.True(NumberWords.TryRead(text.Split(' '), 0, language, out var value, out var length));
        Assert.Equal((expected, words), (value, length));
    }

    [Theory]
    [InlineData("ru", "посещения")]
    [InlineData("ru", "первый")]
    [InlineData("en", "a visit")]
    [InlineData("en", "and five")]
    [InlineData("en", "-")]
    [InlineData("en", "99999999999999999999")]
    public void TryRead_NoNumber_ReturnsFalse(string language, string text) =>
        Assert.False(NumberWords.TryRead(text.Split(' '), 0, language, out _, out _));

    [Fact]
    public void TryRead_StartOutsideTheWords_ReturnsFalse()
    {
        Assert.False(NumberWords.TryRead(["пять"], 1, "ru", out _, out _));
        Assert.False(NumberWords.TryRead(["пять"], -1, "ru", out _, out _));
        Assert.False(NumberWords.TryRead([], 0, "ru", out _, out _));
    }

    [Fact]
    public void Write_BeyondTheLargest_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberWords.Write(NumberWords.Largest + 1, "ru"));
        Assert.Throws<ArgumentException>(() => NumberWords.Write(1, "de"));
    }

    private static void AssertRoundTrip(long expected, string language, string words)
    {
        string[] tokens = words.Split(' ');
        if (!NumberWords.TryRead(tokens, 0, language, out var value, out var length) || value != expected || length != tokens.Length)
            Assert.Fail($"{expected} was written \"{words}\" and read as {value} from {length} words");
    }
}
