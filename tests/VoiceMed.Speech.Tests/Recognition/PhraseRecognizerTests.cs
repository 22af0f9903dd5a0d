using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Recognition;

public sealed class PhraseRecognizerTests(RecognizerFixture models) : IClassFixture<RecognizerFixture>
{
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Recognize_DemoClipsWithTheirPhrases_HearsEveryOneAndMayAct(string language)
    {
        using var recognizer = new PhraseRecognizer(models.Model(language), DemoClip.Phrases(language));
        foreach (var clip in DemoClip.Of(language))
        {
            var transcript = recognizer.Recognize(clip.Samples);

            Assert.Equal((clip.File, clip.Text), (clip.File, transcript.Text));
            Assert.True(transcript is { IsActionable: true, IsWholePhrase: true, Confidence: > 0.9 }, $"{clip.File}: {transcript}");
        }
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Recognize_PhraseNotOnTheList_IsNeverForcedOntoAnother(string language)
    {
        var all = DemoClip.Phrases(language);
        foreach (var clip in DemoClip.Of(language).Where(static (_, i) => i % 2 == 0))
        {
            using var recognizer = new PhraseRecognizer(models.Model(language), all.Where(phrase => phrase != clip.Text));

            var transcript = recognizer.Recognize(clip.Samples);

            Assert.False(transcript.IsWholePhrase && transcript.IsActionable && transcript.Text != clip.Text, $"{clip.File}: {transcript}");
            Assert.NotEqual(Agreement.GrammarMarginClear, transcript.Agreement);
        }
    }

    [Fact]
    public void Recognize_NoPhraseList_GivesTheFreeTextFlaggedAsSuch()
    {
        using var recognizer = new PhraseRecognizer(models.English);

        var transcript = recognizer.Recognize(DemoClip.Named("en/carter/10-patient.wav").Samples);

        Assert.Equal("assistant patient mary johnson", transcript.Text);
        Assert.Equal(Agreement.FreeOnly, transcript.Agreement);
        Assert.Equal("", transcript.GrammarText);
    }

    [Fact]
    public void Recognize_SomethingElseThanTheOnlyPhrase_GivesWhatWasSaid()
    {
        using var recognizer = new PhraseRecognizer(models.Russian, ["да подтверждаю"]);

        var transcript = recognizer.Recognize(DemoClip.Named("ru/smirnova/07-access.wav").Samples);

        Assert.Equal("кто смотрел карту пациента", transcript.Text);
        Assert.False(transcript.IsWholePhrase);
        Assert.Equal(Agreement.FreeOnly, transcript.Agreement);
    }

    [Fact]
    public void Recognize_SecondUtterance_TimesItsWordsFromItsOwnStart()
    {
        using var recognizer = new PhraseRecognizer(models.English);
        var samples = DemoClip.Named("en/carter/03-open.wav").Samples;

        var first = recognizer.Recognize(samples);
        recognizer.Accept(samples.AsSpan(0, 4_000));
        var second = recognizer.Recognize(samples);

        Assert.All(second.Words, word => Assert.InRange(word.End.TotalSeconds, 0.01, samples.Length / 16_000.0));
        Assert.Equal(first.Words.Select(static word => word.Word), second.Words.Select(static word => word.Word));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.003)]
    [InlineData(0.1)]
    public void Recognize_SilenceOrNoise_IsNotActionable(double level)
    {
        var sound = Noise.Pink(3 * 16_000, seed: 4).Select(value => (short)Math.Clamp(value * level * 32_767, short.MinValue, short.MaxValue)).ToArray();
        foreach (var language in new[] { "ru", "en" })
        {
            using var recognizer = new PhraseRecognizer(models.Model(language), DemoClip.Phrases(language));

            var transcript = recognizer.Recognize(sound);

            Assert.False(transcript.IsActionable, transcript.ToString());
        }
    }

    [Fact]
    public void Finish_NothingFed_IsNothing()
    {
        using var recognizer = new PhraseRecognizer(models.English, ["yes i confirm"]);

        Assert.Equal(Agreement.Nothing, recognizer.Finish().Agreement);
    }

    [Fact]
    public void SetPhrases_BetweenUtterances_TakesTheNewOnes()
    {
        using var recognizer = new PhraseRecognizer(models.English, ["end the session"]);
        var samples = DemoClip.Named("en/bennett/11-yes.wav").Samples;
        Assert.False(recognizer.Recognize(samples).IsWholePhrase);

        recognizer.SetPhrases(PhraseList.Create(models.English, ["yes i confirm"]));

        Assert.Equal(("yes i confirm", Agreement.Agree), (recognizer.Recognize(samples).Text, recognizer.Recognize(samples).Agreement));
    }

    [Fact]
    public void PartialText_WhileSpeaking_GrowsTowardsTheText()
    {
        using var recognizer = new PhraseRecognizer(models.English, DemoClip.Phrases("en"));
        var clip = DemoClip.Named("en/carter/01-visits.wav");
        var seen = new List<string>();
        for (var i = 0; i + 320 <= clip.Samples.Length; i += 320)
        {
            recognizer.Accept(clip.Samples.AsSpan(i, 320));
            seen.Add(recognizer.PartialText);
        }

        Assert.Equal("", seen[0]);
        Assert.Contains("assistant show", seen);
        Assert.Equal(clip.Text, seen[^1]);
    }
}
