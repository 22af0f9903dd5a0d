using VoiceMed.Speech.Tests.Support;
using VoiceMed.Speech.Vosk;
using Xunit;

namespace VoiceMed.Speech.Tests.Vosk;

public sealed class VoskRecognizerTests
{
    private static readonly DemoClip Visits = DemoClip.Named("ru/smirnova/01-visits.wav");

    [Fact]
    public void FinalResult_WordsOn_GivesWordsWithTimesAndConfidences()
    {
        using var model = new Model(Repository.Model("ru"));
        using var recognizer = new VoskRecognizer(model, 16_000);
        recognizer.SetWords(true);
        recognizer.AcceptWaveform(Visits.Samples);

        var result = recognizer.FinalResult();

        Assert.Equal(Visits.Text, result.Text);
        Assert.Equal(Visits.Text.Split(' '), result.Words.Select(static word => word.Text));
        Assert.All(result.Words, static word => Assert.True(word.End > word.Start));
        Assert.All(result.Words, static word => Assert.InRange(word.Confidence!.Value, 0.5, 1));
    }

    [Fact]
    public void FinalResult_Alternatives_ComeBestFirst()
    {
        using var model = new Model(Repository.Model("en"));
        using var recognizer = new VoskRecognizer(model, 16_000);
        recognizer.SetMaxAlternatives(5);
        var clip = DemoClip.Named("en/carter/07-access.wav");
        recognizer.AcceptWaveform(Noise.Mix(clip.Samples, Noise.White(clip.Samples.Length, seed: 2), 5));

        var alternatives = recognizer.FinalResult().Alternatives;

        Assert.True(alternatives.Count > 1);
        Assert.Equal(alternatives.OrderByDescending(static path => path.Score), alternatives);
    }

    [Fact]
    public void Constructor_CyrillicPhrases_AreUnderstood()
    {
        using var model = new Model(Repository.Model("ru"));
        using var recognizer = new VoskRecognizer(model, 16_000, [Visits.Text, "[unk]"]);
        recognizer.AcceptWaveform(Visits.Samples);

        Assert.Equal(Visits.Text, recognizer.FinalResult().Text);
    }

    [Fact]
    public void Constructor_NoPhrases_IsRefusedBeforeLibvoskCrashes()
    {
        using var model = new Model(Repository.Model("ru"));

        Assert.Throws<ArgumentException>(() => new VoskRecognizer(model, 16_000, []));
    }

    [Fact]
    public void AcceptWaveform_AfterTheModelWasDisposed_GoesOnWorking()
    {
        VoskRecognizer recognizer;
        using (var model = new Model(Repository.Model("ru")))
        {
            recognizer = new VoskRecognizer(model, 16_000);
        }

        using (recognizer)
        {
            recognizer.AcceptWaveform(Visits.Samples);
            Assert.Equal(Visits.Text, recognizer.FinalResult().Text);
        }
    }

    [Fact]
    public void AcceptWaveform_AfterDisposal_Throws()
    {
        using var model = new Model(Repository.Model("ru"));
        var recognizer = new VoskRecognizer(model, 16_000);
        recognizer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => recognizer.AcceptWaveform(Visits.Samples));
    }

    [Fact]
    public void FinalResult_NothingFed_IsEmpty()
    {
        using var model = new Model(Repository.Model("en"));
        using var recognizer = new VoskRecognizer(model, 16_000);
        recognizer.AcceptWaveform([]);

        Assert.Equal("", recognizer.FinalResult().Text);
        Assert.Equal("", recognizer.PartialResult());
    }

    [Theory]
    [InlineData("посещения", true)]
    [InlineData("приёмы", true)]
    [InlineData("абракадабрище", false)]
    [InlineData("", false)]
    public void FindWord_RussianModel_KnowsItsVocabulary(string word, bool known)
    {
        using var model = new Model(Repository.Model("ru"));

        Assert.Equal(known, model.FindWord(word) >= 0);
    }

    [Fact]
    public void Constructor_FolderThatIsNoModel_SaysWhich()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains(folder.Path, Assert.Throws<VoskException>(() => new Model(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains(folder.Path, Assert.Throws<VoskException>(() => new SpkModel(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AcceptWaveform_ManyRecognizersOfOneModelAtOnce_EachHearsItsOwn()
    {
        using var model = new Model(Repository.Model("en"));
        var clips = DemoClip.Of("en").Take(8).ToArray();
        var heard = new string[clips.Length];

        Parallel.For(0, clips.Length, i =>
        {
            using var recognizer = new VoskRecognizer(model, 16_000);
            recognizer.AcceptWaveform(clips[i].Samples);
            heard[i] = recognizer.FinalResult().Text;
        });

        Assert.Equal(clips.Select(static clip => clip.Text), heard);
    }
}
