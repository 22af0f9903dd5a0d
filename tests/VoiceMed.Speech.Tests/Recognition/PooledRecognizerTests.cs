using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Recognition;

public sealed class PooledRecognizerTests(RecognizerFixture models) : IClassFixture<RecognizerFixture>, IDisposable
{
    private readonly RecognizerPool _russian = Pool(models.Russian, "ru");
    private readonly RecognizerPool _english = Pool(models.English, "en");

    public void Dispose()
    {
        _russian.Dispose();
        _english.Dispose();
    }

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

        Assert.Same(other, PooledRecognizer.Better(leading, other, sharedAcousticModel: false));
        Assert.Same(leading, PooledRecognizer.Better(leading, other, sharedAcousticModel: true));
        Assert.Same(leading, PooledRecognizer.Better(leading, other with { Confidence = 0.54 }, sharedAcousticModel: false));
    }

    [Fact]
    public void Finish_TwoStreamsInTurns_EachHearsItsOwnUtterance()
    {
        using var one = Create();
        using var other = Create();
        var (visits, yes) = (DemoClip.Named("ru/smirnova/01-visits.wav"), DemoClip.Named("en/carter/11-yes.wav"));
        for (var i = 0; i < 3; i++)
        {
            Feed(one, visits.Samples, other, yes.Samples);

            Assert.Equal((visits.Text, "ru"), Said(one.Finish()));
            Assert.Equal((yes.Text, "en"), Said(other.Finish()));
        }
    }

    [Fact]
    public void Reset_UtteranceInProgress_LeavesNothingForTheNextStream()
    {
        using var one = Create();
        using var other = Create();
        var (visits, yes) = (DemoClip.Named("ru/smirnova/01-visits.wav"), DemoClip.Named("en/carter/11-yes.wav"));
        one.Accept(visits.Samples.AsSpan(0, visits.Samples.Length / 2));
        one.Reset();

        other.Accept(yes.Samples);

        Assert.Equal(yes.Text, other.Finish().Text);
        Assert.Equal("", one.PartialText);
    }

    private static void Feed(PooledRecognizer one, short[] first, PooledRecognizer other, short[] second)
    {
        for (var at = 0; at < Math.Max(first.Length, second.Length); at += 320)
        {
            one.Accept(Frame(first, at));
            other.Accept(Frame(second, at));
        }

        static ReadOnlySpan<short> Frame(short[] samples, int at) => samples.AsSpan(Math.Min(at, samples.Length), Math.Clamp(samples.Length - at, 0, 320));
    }

    private static (string, string) Said(Transcript transcript) => (transcript.Text, transcript.Language);

    private static RecognizerPool Pool(SpeechModel model, string language)
    {
        var phrases = PhraseList.Create(model, DemoClip.Phrases(language));
        return new RecognizerPool(model, () => phrases);
    }

    private static Transcript Transcript(string language, double confidence, double logLikelihood) =>
        new("text", language, [], "", "text", Agreement.FreeOnly, confidence) { LogLikelihood = logLikelihood };

    private PooledRecognizer Create() => new(_russian, _english);
}
