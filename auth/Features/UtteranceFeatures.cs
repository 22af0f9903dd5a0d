namespace VoiceMed.Auth.Features;

/// <summary>What was measured on one utterance: the voiced frames of every stream, and a few facts about the sound. Immutable.</summary>
public sealed class UtteranceFeatures
{
    internal UtteranceFeatures(IReadOnlyList<FeatureMatrix> streams, double seconds, SoundQuality quality)
    {
        Streams = streams;
        Seconds = seconds;
        Quality = quality;
    }

    /// <summary>One table a stream, in the model's order; a row is a voiced frame in order of time, not yet normalised.</summary>
    public IReadOnlyList<FeatureMatrix> Streams { get; }

    /// <summary>Voiced frames, 10 ms each.</summary>
    public int VoicedFrames => Streams[0].Rows;

    /// <summary>Seconds of voice.</summary>
    public double VoicedSeconds => VoicedFrames * FrameGrid.StepSeconds;

    /// <summary>Seconds of sound.</summary>
    public double Seconds { get; }

    /// <summary>Level, noise, clipping and bandwidth.</summary>
    public SoundQuality Quality { get; }
}
