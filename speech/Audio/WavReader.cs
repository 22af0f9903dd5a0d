namespace VoiceMed.Speech.Audio;

/// <summary>
/// Reads a WAV stream piece by piece, as mono samples of full scale ±1 at the file's own rate; holds one small buffer,
/// however long the sound. Not thread-safe. The stream needs no seeking and stays the caller's.
/// </summary>
/// <remarks>PCM of 8, 16, 24 and 32 bits, float of 32 and 64 bits, plain or extensible header, RIFF or RF64, 1 to 64 channels.</remarks>
public sealed class WavReader
{
    private const int BufferLength = 32 * 1024;

    private readonly Stream stream;
    private readonly string name;
    private readonly byte[] buffer;
    private long bytesRead;
    private bool ended;

    /// <summary>Reads the header.</summary>
    /// <param name="stream">At the first byte of the file.</param>
    /// <param name="name">What messages call the file; a path or "standard input".</param>
    /// <exception cref="AudioException">It is not a WAV file, or one that only another program can read.</exception>
    public WavReader(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        this.name = name;
        try
        {
            Format = WavHeader.Read(stream, name);
        }
        catch (WavEncodingException e)
        {
            throw new AudioException($"{e.Message.TrimEnd('.')}; convert it to 16-bit PCM.", e);
        }

        buffer = new byte[BufferLength / Format.BlockLength * Format.BlockLength];
    }

    /// <summary>What the header says.</summary>
    public WavFormat Format { get; }

    /// <summary>Reads the next samples.</summary>
    /// <param name="mono">Where to put them; one call fills at most this much.</param>
    /// <returns>The number of samples; 0 at the end.</returns>
    /// <exception cref="AudioException">The file ends before the sound its header announces.</exception>
    public int Read(Span<float> mono)
    {
        if (ended || mono.IsEmpty)
        {
            return 0;
        }

        var wanted = (int)Math.Min((long)mono.Length * Format.BlockLength, buffer.Length);
        if (Format.DataLength is { } announced)
        {
            wanted = (int)Math.Min(wanted, (announced - bytesRead) / Format.BlockLength * Format.BlockLength);
        }

        var bytes = stream.ReadAtLeast(buffer.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
        bytesRead += bytes;
        ended = bytes < wanted || wanted == 0;
        if (bytes < wanted && Format.DataLength is { } length)
        {
            throw new AudioException(
                $"{name} is cut: its header announces {Seconds(length)} s of sound and it holds {Seconds(bytesRead)} s; copy or record it again.");
        }

        return SampleDecoder.Decode(buffer.AsSpan(0, bytes / Format.BlockLength * Format.BlockLength), Format, mono);
    }

    private string Seconds(long bytes) =>
        ((double)bytes / Format.BlockLength / Format.SampleRate).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
