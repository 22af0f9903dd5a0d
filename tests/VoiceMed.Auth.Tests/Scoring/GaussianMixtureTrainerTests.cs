using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Features;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Tests.Scoring;

public sealed class GaussianMixtureTrainerTests
{
    [Fact]
    public void Train_TwoClusters_FindsThem()
    {
        var mixture = GaussianMixtureTrainer.Train(TwoClusters(), 2, 10, progress: null, CancellationToken.None);

        var centres = new[] { mixture.Means[0], mixture.Means[1] }.Order().ToArray();
        Assert.Equal(-1.0, centres[0], 0.1);
        Assert.Equal(2.0, centres[1], 0.1);
        Assert.Equal(1.0, mixture.Weights.Sum(), 1e-4);
    }

    [Fact]
    public void Train_SameFrames_GivesTheSameBits()
    {
        var first = GaussianMixtureTrainer.Train(TwoClusters(), 4, 3, progress: null, CancellationToken.None);
        var second = GaussianMixtureTrainer.Train(TwoClusters(), 4, 3, progress: null, CancellationToken.None);

        Assert.Equal(first.Means, second.Means);
        Assert.Equal(first.Variances, second.Variances);
    }

    private static FeatureMatrix TwoClusters()
    {
        var random = new SeededRandom(11);
        var frames = new FeatureMatrix(1);
        for (var i = 0; i < 4000; i++)
        {
            frames.AddRow()[0] = (float)(i % 3 == 0 ? 2 + 0.3 * random.NextNormal() : -1 + 0.3 * random.NextNormal());
        }

        return frames;
    }
}
