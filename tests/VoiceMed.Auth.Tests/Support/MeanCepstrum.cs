using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Tests.Support;

/// <summary>A second real, if weak, system: the mean cepstrum of an utterance.</summary>
internal sealed class MeanCepstrum(SpeakerModel model) : ISpeakerEmbedder
{
    public string System => "mean-cepstrum/1";

    public float[]? Embed(ReadOnlySpan<short> samples)
    {
        var frames = model.CreateExtractor().Extract(samples).Streams[0];
        if (frames.Rows == 0)
        {
            return null;
        }

        var mean = new float[frames.Dimension / 2];
        for (var i = 0; i < frames.Rows; i++)
        {
            for (var d = 0; d < mean.Length; d++)
            {
                mean[d] += frames[i][d] / frames.Rows;
            }
        }

        return mean;
    }
}
