namespace VoiceMed.Speech.Audio;

/// <summary>What the header of a WAV file says.</summary>
/// <param name="Encoding">How a sample is stored.</param>
/// <param name="Channels">1 to 64, interleaved.</param>
/// <param name="SampleRate">In Hz, 1,000 to 384,000.</param>
/// <param name="DataLength">
/// Bytes of sound the header announces, or <see langword="null"/> when it was written by a program that could not know
/// (a pipe): then the sound reaches to the end of the file.
/// </param>
public sealed record WavFormat(WavEncoding Encoding, int Channels, int SampleRate, long? DataLength)
{
    /// <summary>Bytes of one sample of one channel.</summary>
    public int BytesPerSample => Encoding switch
    {
        WavEncoding.Pcm8 => 1,
        WavEncoding.Pcm16 => 2,
        WavEncoding.Pcm24 => 3,
        WavEncoding.Pcm32 or WavEncoding.IeeeFloat32 => 4,
        _ => 8,
    };

    /// <summary>Bytes of one sample of every channel.</summary>
    public int BlockLength => BytesPerSample * Channels;
}
