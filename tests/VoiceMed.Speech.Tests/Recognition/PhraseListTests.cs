using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Speech.Recognition;
using Xunit;

namespace VoiceMed.Speech.Tests.Recognition;

public sealed class PhraseListTests(RecognizerFixture models) : IClassFixture<RecognizerFixture>
{
    [Fact]
    public void Create_WordTheModelLacks_LeavesThePhraseOutAndNamesTheWord()
    {
        var list = PhraseList.Create(models.English, ["open the document", "open the xyzzyplugh document", "plughxyz"]);

        Assert.Equal(["open the document"], list.Phrases);
        Assert.Equal(["open the xyzzyplugh document", "plughxyz"], list.Rejected.Select(static rejected => rejected.Phrase));
        Assert.Equal(["xyzzyplugh"], list.Rejected[0].UnknownWords);
    }

    [Fact]
    public void Create_PunctuationCapitalsAndRepeats_GiveOnePhrase()
    {
        var list = PhraseList.Create(models.Russian, ["Покажи  посещения!", "покажи посещения", "", "—"]);

        Assert.Equal(["покажи посещения"], list.Phrases);
        Assert.Empty(list.Rejected);
    }

    [Theory]
    [InlineData("open the document", true)]
    [InlineData("assistant open the document", true)]
    [InlineData("one two one", true)]
    [InlineData("open the", false)]
    [InlineData("the document", false)]
    [InlineData("open the document one two three", false)]
    [InlineData("", false)]
    public void IsWhole_TextsOfPiecesAndWholes_AreToldApart(string text, bool whole)
    {
        var list = PhraseList.Create(models.English, ["open the document", "assistant", "one", "two"]);

        Assert.Equal(whole, list.IsWhole(text));
    }

    [Fact]
    public void IsWhole_YoAndYe_AreTheSameLetter() =>
        Assert.True(PhraseList.Create(models.Russian, ["покажи приёмы"]).IsWhole("покажи приемы"));

    [Fact]
    public void IsWhole_AnySequenceOfPhrases_IsWhole()
    {
        string[] phrases = ["open", "open the document", "the document", "next", "yes i confirm"];
        var list = PhraseList.Create(models.English, phrases);

        Prop.ForAll(
            Gen.Elements(phrases).NonEmptyListOf().ToArbitrary(),
            sequence => list.IsWhole(string.Join(' ', sequence))).QuickCheckThrowOnFailure();
    }
}
