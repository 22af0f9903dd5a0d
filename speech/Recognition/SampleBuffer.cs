namespace VoiceMed.Speech.Recognition;

/// <summary>The samples of one utterance, whose memory serves the next as well. Not thread-safe.</summary>
internal sealed class SampleBuffer
{
    // What a long utterance needed is not kept for the short ones after it.
    private const int Kept = 128 * 1024;

    private short[] samples = [];
    private int length;

    internal ReadOnlySpan<short> Span => samples.AsSpan(0, length);

    internal void Append(ReadOnlySpan<short> more)
    {
        if (samples.Length < length + more.Length)
        {
            Array.Resize(ref samples, Math.Max(length + more.Length, Math.Max(16 * 1024, samples.Length * 2)));
        }

        more.CopyTo(samples.AsSpan(length));
        length += more.Length;
    }

    /// <summary>Forgets the utterance: a voice is not kept longer than it is needed.</summary>
    internal void Clear()
    {
        if (samples.Length > Kept)
        {
            samples = [];
        }

        samples.AsSpan(0, Math.Min(length, samples.Length)).Clear();
        length = 0;
    }
}
