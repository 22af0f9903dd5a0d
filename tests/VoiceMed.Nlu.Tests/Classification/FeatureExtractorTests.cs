using VoiceMed.Nlu.Classification;
using Xunit;

namespace VoiceMed.Nlu.Tests.Classification;

public sealed class FeatureExtractorTests
{
    [Fact]
    public void Extract_FirstLettersOfWordsOnly_EndingsMakeNoDifference()
    {
        var stems = new FeatureOptions { WordLetters = 5, MaximumCharacters = 0 };

        Assert.Equal(Features(stems, "анализы", "крови"), Features(stems, "анализов", "кровиночка"));
        Assert.NotEqual(Features(stems, "анализы", "крови"), Features(stems, "анализы", "мочи"));
        Assert.Equal(Features(stems, "ecg"), Features(stems with { WordLetters = int.MaxValue }, "ecg"));
    }

    [Fact]
    public void Extract_WholeWords_EndingsMakeADifference() =>
        Assert.NotEqual(Features(new FeatureOptions { MaximumCharacters = 0 }, "анализы"), Features(new FeatureOptions { MaximumCharacters = 0 }, "анализов"));

    private static List<(ulong, int)> Features(FeatureOptions options, params string[] words)
    {
        var features = new List<(ulong, int)>();
        new FeatureExtractor(options).Extract(words, (hash, group) => features.Add((hash, group)));
        return features;
    }
}
