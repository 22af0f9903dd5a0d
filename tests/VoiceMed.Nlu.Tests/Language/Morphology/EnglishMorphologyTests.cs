using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Language.Morphology.English;
using Xunit;

namespace VoiceMed.Nlu.Tests.Language.Morphology;

public class EnglishMorphologyTests
{
    private readonly EnglishInflector _inflector = new();
    private readonly EnglishReplyGrammar _grammar = new();

    [Theory]
    [InlineData("visit", "visits visited visiting")]
    [InlineData("biopsy", "biopsies")]
    [InlineData("diagnosis", "diagnoses")]
    [InlineData("prescribe", "prescribes prescribed prescribing")]
    [InlineData("show", "shows showed shown showing")]
    [InlineData("stop", "stopped stopping stops")]
    [InlineData("take", "took taken taking takes")]
    [InlineData("shown", "show shows showed")]
    [InlineData("open", "opened opening opens")]
    [InlineData("child", "children")]
    [InlineData("discharge summary", "discharge summary|discharge summaries")]
    public void Forms_Word_HasThem(string lemma, string expected)
    {
        var forms = _inflector.Forms(lemma);
        Assert.All(expected.Split(expected.Contains('|') ? '|' : ' '), form => Assert.Contains(form, forms));
    }

    [Fact]
    public void Lemma_FormsOfOneWord_ShareIt()
    {
        var lemmatizer = new EnglishLemmatizer();
        foreach (var word in new[] { "visit", "show", "prescribe", "medicine", "stop", "diagnosis", "take", "record", "allergy", "document" })
            Assert.Single(_inflector.Forms(word).Select(lemmatizer.Lemma).Distinct());
    }

    [Theory]
    [InlineData(1, "visit", "visit")]
    [InlineData(0, "visit", "visits")]
    [InlineData(2, "discharge summary", "discharge summaries")]
    [InlineData(2, "diagnosis", "diagnoses")]
    [InlineData(3, "allergy", "allergies")]
    public void Plural_Count_AgreesWithIt(long count, string noun, string expected) => Assert.Equal(expected, _grammar.Plural(count, noun));

    [Fact]
    public void InCase_Genitive_IsPossessive()
    {
        Assert.Equal("Mary Johnson's", _grammar.InCase("Mary Johnson", GrammaticalCase.Genitive));
        Assert.Equal("Mary Johnson", _grammar.InCase("Mary Johnson", GrammaticalCase.Dative));
    }

    [Theory]
    [InlineData("P3M", "over the last 3 months")]
    [InlineData("P1Y", "over the last year")]
    [InlineData("last-month", "last month")]
    [InlineData("2025-03", "in March 2025")]
    [InlineData("--01/..", "since January")]
    [InlineData("last-monday", "on last Monday")]
    [InlineData("--03/--05", "from March to May")]
    [InlineData("2025-03-03", "on March 3, 2025")]
    [InlineData("last-year-03", "in March last year")]
    public void Period_Canonical_IsSaid(string value, string expected) => Assert.Equal(expected, _grammar.Period(value));

    [Fact]
    public void Date_Canonical_IsSaid() => Assert.Equal("March 3, 2025", _grammar.Date("2025-03-03"));
}
