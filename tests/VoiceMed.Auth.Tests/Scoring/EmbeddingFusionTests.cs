using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Scoring;

/// <summary>A second real system beside the Gaussian ones, as libvosk's x-vectors are: the mean cepstrum of an utterance.</summary>
public sealed class EmbeddingFusionTests
{
    private static readonly SpeakerModel Gaussian = SpeakerModel.Load(Repository.SpeakerModel);

    [Fact]
    public async Task Score_WithAnEmbedder_IsTheWeightedMeanOfAllSystems()
    {
        var fusion = new EmbeddingFusion { Share = 0.4, Mean = 0.2, Deviation = 0.1 };
        var fused = Gaussian.With(new MeanCepstrum(Gaussian), fusion);
        var phrases = await PhrasesAsync("smirnova");
        var template = TemplateBuilder.Build(fused, phrases);
        var probe = fused.Probe(fused.Analyse(await DemoWard.ClipAsync("ru/smirnova/01-visits.wav")));

        var extra = fused.Scorers[^1].Score(template.Vectors[^1], probe.Vectors[^1]);
        var gaussian = Gaussian.Score(template, Gaussian.Probe(Gaussian.Analyse(await DemoWard.ClipAsync("ru/smirnova/01-visits.wav"))));

        Assert.Equal(Gaussian.Scorers.Count + 1, template.Vectors.Count);
        Assert.Equal(0.6 * gaussian + 0.4 * extra, fused.Score(template, probe), 6);
    }

    [Fact]
    public async Task Score_TemplateFromBeforeTheEmbedderWasInstalled_GoesOnWithoutIt()
    {
        var fused = Gaussian.With(new MeanCepstrum(Gaussian));
        var template = TemplateBuilder.Build(Gaussian, await PhrasesAsync("smirnova"));
        var clip = await DemoWard.ClipAsync("ru/smirnova/01-visits.wav");

        Assert.Equal(Gaussian.Id, fused.Id);
        Assert.Equal(Gaussian.Score(template, Gaussian.Probe(Gaussian.Analyse(clip))), fused.Score(template, fused.Probe(fused.Analyse(clip))), 6);
    }

    [Fact]
    public async Task Score_FusedWard_TellsDoctorsAndStrangersApart()
    {
        var fused = Gaussian.With(new MeanCepstrum(Gaussian), new EmbeddingFusion { Share = 0.1, Mean = 0.9, Deviation = 0.05 });
        var ward = new SpeakerIdentifier(fused,
        [
            new EnrolledSpeaker("smirnova", TemplateBuilder.Build(fused, await PhrasesAsync("smirnova"))),
            new EnrolledSpeaker("kuznetsov", TemplateBuilder.Build(fused, await PhrasesAsync("kuznetsov"))),
        ]);

        var own = ward.Score(await DemoWard.ClipAsync("ru/kuznetsov/02-documents.wav"));
        var stranger = ward.Score(await DemoWard.ClipAsync("ru/visitor/04-read.wav"));

        Assert.Equal("kuznetsov", own.Doctor);
        Assert.True(own.LogLikelihoodRatio > stranger.LogLikelihoodRatio + 2);
    }

    [Fact]
    public async Task Require_VectorsThatAreAllAlike_IsRefusedByName()
    {
        IReadOnlyList<IReadOnlyList<short[]>> voices = [await PhrasesAsync("smirnova"), await PhrasesAsync("kuznetsov")];
        EmbedderSelfTest.Require(new MeanCepstrum(Gaussian), voices);

        var refused = Assert.Throws<SpeakerModelException>(() => EmbedderSelfTest.Require(new Constant([1, 1]), voices));
        var silent = Assert.Throws<SpeakerModelException>(() => EmbedderSelfTest.Require(new Constant(null), voices));

        Assert.Contains("constant", refused.Message, StringComparison.Ordinal);
        Assert.Contains("gives no vector", silent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SaveFusion_OfAnEmbedder_IsTakenUpWithThatEmbedderOnly()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.SpeakerModel))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        var embedder = new MeanCepstrum(Gaussian);
        SpeakerModel.SaveFusion(folder.Path, new EmbeddingFusion { System = embedder.System, Share = 0.7, Calibration = Gaussian.Calibration with { Offset = -5 } });
        var model = SpeakerModel.Load(folder.Path);

        Assert.Equal(Gaussian.Id, model.Id);
        Assert.Equal(-5, model.With(embedder).Calibration.Offset);
        Assert.Equal(Gaussian.Calibration.Offset, model.With(new Constant([1])).Calibration.Offset);
    }

    private static async Task<short[][]> PhrasesAsync(string doctor)
    {
        var phrases = new List<short[]>();
        for (var i = 5; i <= 8; i++)
        {
            phrases.Add(await DemoWard.ClipAsync($"ru/{doctor}/enrol-{i}.wav"));
        }

        return [.. phrases];
    }

    private sealed class Constant(float[]? vector) : ISpeakerEmbedder
    {
        public string System => "constant/1";

        public float[]? Embed(ReadOnlySpan<short> samples) => vector;
    }
}
