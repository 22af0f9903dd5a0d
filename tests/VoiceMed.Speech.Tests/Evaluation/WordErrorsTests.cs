using VoiceMed.Speech.Evaluation;
using Xunit;

namespace VoiceMed.Speech.Tests.Evaluation;

public sealed class WordErrorsTests
{
    [Theory]
    [InlineData("a b c", "a b c", 0, 0, 0)]
    [InlineData("a b c", "a x c", 1, 0, 0)]
    [InlineData("a b c", "a c", 0, 1, 0)]
    [InlineData("a b c", "a b b c", 0, 0, 1)]
    [InlineData("a b c", "", 0, 3, 0)]
    [InlineData("", "a b", 0, 0, 2)]
    [InlineData("покажи приёмы", "покажи приемы", 0, 0, 0)]
    public void Count_TwoTexts_FindsTheFewestErrors(string said, string heard, int substitutions, int deletions, int insertions)
    {
        var errors = WordErrors.Count(said, heard);

        Assert.Equal((substitutions, deletions, insertions), (errors.Substitutions, errors.Deletions, errors.Insertions));
    }

    [Fact]
    public void Rate_OfASum_WeighsByWords()
    {
        var errors = WordErrors.Count("a b c d", "a b c d") + WordErrors.Count("a", "b");

        Assert.Equal(0.2, errors.Rate, precision: 6);
    }
}
