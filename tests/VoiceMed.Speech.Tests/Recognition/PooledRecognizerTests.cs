using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Recognition;

public sealed class BilingualRecognizerTests(RecognizerFixture models) : IClassFixture<RecognizerFixture>
{
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Finish_ClipsOfEitherLanguage_AreHeardInTheirOwn(string leading)
    {
        using var recognizer = Create();
        recognizer.LeadingLanguage = leading;
        foreach (var clip in DemoClip.All.Where(static (_, i) => i % 2 == 0))
        {
            recognizer.Reset();
            recognizer.Accept(clip.Samples);
            var transcript = recognizer.Finish();

            Assert.Equal((clip.File, clip.Language, clip.Text), (clip.File, transcript.Language, transcript.Text));
        }
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Finish_NothingHeard_GoesToTheLeadingLanguage(string leading)
    {
        using var recognizer = Create();
        recognizer.LeadingLanguage = leading;

        Assert.Equal(leading, recognizer.Finish().Language);
    }

    [Fact]
    public void Better_DifferentAcousticModels_GoesByConfidence()
    {
        var leading = Transcript("ru", 0.5, logLikelihood: 100);
        var other = Transcript("en", 0.9, logLikelihood: 1);

        Assert.Same(other, BilingualRecognizer.Better(leading, other, sharedAcousticModel: false));
        Assert.Same(leading, BilingualRecognizer.Better(leading, other, sharedAcousticModel: true));
        Assert.Same(leading, BilingualRecognizer.Better(leading, other with { Confidence = 0.54 }, sharedAcousticModel: false));
    }

    private static Transcript Transcript(string language, double confidence, double logLikelihood) =>
        new("text", language, [], "", "text", Agreement.FreeOnly, confidence) { LogLikelihood = logLikelihood };

    private BilingualRecognizer Create() =>
        new(new PhraseRecognizer(models.Russian, DemoClip.Phrases("ru")), new PhraseRecognizer(models.English, DemoClip.Phrases("en")));
}
