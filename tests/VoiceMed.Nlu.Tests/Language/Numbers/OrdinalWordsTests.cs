using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Numbers;
using Xunit;

namespace VoiceMed.Nlu.Tests.Language.Numbers;

public class OrdinalWordsTests
{
    private const int Step = 61;
    private const int Largest = 999_999;

    [Fact]
    public void WriteAndRead_RussianUpToMillionInEveryCaseAndGender_GivesTheNumberBack()
    {
        foreach (var grammaticalCase in Enum.GetValues<GrammaticalCase>())
        {
            foreach (var gender in Enum.GetValues<GrammaticalGender>())
            {
                for (var value = 0; value <= Largest; value += value < 1_200 ? 1 : Step)
                    AssertRoundTrip(value, "ru", OrdinalWords.Write(value, "ru", grammaticalCase, gender));
            }

            for (var value = 0; value <= Largest; value += 997)
                AssertRoundTrip(value, "ru", OrdinalWords.Write(value, "ru", grammaticalCase, number: GrammaticalNumber.Plural));
        }
    }

    [Fact]
    public void WriteAndRead_RussianRoundThousands_GivesTheNumberBack()
    {
        for (var value = 1_000; value <= 999_000; value += 1_000)
            AssertRoundTrip(value, "ru", OrdinalWords.Write(value, "ru", GrammaticalCase.Genitive));
    }

    [Fact]
    public void WriteAndRead_EnglishUpToMillion_GivesTheNumberBack()
    {
        for (var value = 0; value <= Largest; value += value < 2_000 ? 1 : 7)
            AssertRoundTrip(value, "en", OrdinalWords.Write(value, "en"));
    }

    [Theory]
    [InlineData(3, GrammaticalCase.Genitive, GrammaticalGender.Masculine, "третьего")]
    [InlineData(3, GrammaticalCase.Accusative, GrammaticalGender.Feminine, "третью")]
    [InlineData(2, GrammaticalCase.Genitive, GrammaticalGender.Feminine, "второй")]
    [InlineData(25, GrammaticalCase.Genitive, GrammaticalGender.Masculine, "двадцать пятого")]
    [InlineData(40, GrammaticalCase.Prepositional, GrammaticalGender.Feminine, "сороковой")]
    [InlineData(300, GrammaticalCase.Nominative, GrammaticalGender.Neuter, "трёхсотое")]
    [InlineData(2_000, GrammaticalCase.Genitive, GrammaticalGender.Masculine, "двухтысячного")]
    [InlineData(2_025, GrammaticalCase.Genitive, GrammaticalGender.Masculine, "две тысячи двадцать пятого")]
    [InlineData(25_000, GrammaticalCase.Nominative, GrammaticalGender.Masculine, "двадцатипятитысячный")]
    [InlineData(121_000, GrammaticalCase.Nominative, GrammaticalGender.Masculine, "стодвадцатиоднотысячный")]
    [InlineData(2_000_000, GrammaticalCase.Nominative, GrammaticalGender.Masculine, "двухмиллионный")]
    public void Write_Russian_DeclinesTheLastWord(long value, GrammaticalCase grammaticalCase, GrammaticalGender gender, string expected) =>
        Assert.Equal(expected, OrdinalWords.Write(value, "ru", grammaticalCase, gender));

    [Theory]
    [InlineData(1, "first")]
    [InlineData(22, "twenty second")]
    [InlineData(90, "ninetieth")]
    [InlineData(112, "one hundred twelfth")]
    public void Write_English_EndsTheLastWord(long value, string expected) => Assert.Equal(expected, OrdinalWords.Write(value, "en"));

    [Theory]
    [InlineData("ru", "вторую выписку", "2", 1)]
    [InlineData("ru", "двадцать первого марта", "21", 2)]
    [InlineData("ru", "последнюю выписку", "-1", 1)]
    [InlineData("ru", "3 го марта", "3", 2)]
    [InlineData("ru", "2й документ", "2", 1)]
    [InlineData("ru", "четвёртый", "4", 1)]
    [InlineData("ru", "четвертый", "4", 1)]
    [InlineData("en", "third document", "3", 1)]
    [InlineData("en", "one hundred and first", "101", 4)]
    [InlineData("en", "2nd one", "2", 1)]
    [InlineData("en", "latest one", "-1", 1)]
    public void TryParse_Ordinal_GivesDigitsAndLength(string language, string text, string expected, int words)
    {
        Assert.True(new OrdinalParser(language).TryParse(text.Split(' '), 0, out var entity));
        Assert.Equal(new ParsedEntity(expected, words), entity);
    }

    [Theory]
    [InlineData("ru", "пять документов")]
    [InlineData("ru", "двадцать десятый")]
    [InlineData("en", "five documents")]
    [InlineData("en", "twenty tenth")]
    public void TryRead_NotAnOrdinal_ReturnsFalse(string language, string text) =>
        Assert.False(OrdinalWords.TryRead(text.Split(' '), 0, language, out _, out _));

    private static void AssertRoundTrip(long expected, string language, string words)
    {
        string[] tokens = words.Split(' ');
        if (!OrdinalWords.TryRead(tokens, 0, language, out var value, out var length) || value != expected || length != tokens.Length)
            Assert.Fail($"{expected} was written \"{words}\" and read as {value} from {length} words");
    }
}
