namespace VoiceMed.Speech.Audio;

/// <summary>A piece of mono 16-bit PCM sound. The samples are shared, not copied: treat them as read-only.</summary>
/// <param name="Samples">Samples from -32768 to 32767; may be empty.</param>
/// <param name="SampleRate">In Hz, positive.</param>
public sealed record AudioClip(short[] Samples, int SampleRate)
{
    /// <summary>The rate everything after loading works at, in Hz.</summary>
    public const int StandardSampleRate = 16_000;

    /// <summary>How long the clip lasts.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);

    /// <summary>The same sound at <paramref name="sampleRate"/> Hz; this instance when nothing changes.</summary>
    public AudioClip Resample(int sampleRate) =>
        sampleRate == SampleRate ? this : new AudioClip(Resampler.Convert(Samples, SampleRate, sampleRate), sampleRate);
}
