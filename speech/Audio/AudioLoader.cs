using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VoiceMed.Speech.Audio;

/// <summary>
/// Reads files of sound as 16 kHz mono: WAV by this library, anything else through <c>ffmpeg</c> where it is installed. Thread-safe.
/// </summary>
public static class AudioLoader
{
    /// <summary>The longest sound <see cref="LoadAsync(string, CancellationToken)"/> takes into memory.</summary>
    public static TimeSpan MaxClipDuration { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Reads a whole file.</summary>
    /// <returns>A clip at <see cref="AudioClip.StandardSampleRate"/>, never empty.</returns>
    /// <exception cref="AudioException">
    /// The file is missing, empty, cut, damaged, not sound, or longer than <see cref="MaxClipDuration"/>; the message says which.
    /// </exception>
    public static async Task<AudioClip> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        var samples = new List<short>();
        var limit = (long)(MaxClipDuration.TotalSeconds * AudioClip.StandardSampleRate);
        await foreach (var piece in ReadAsync(path, cancellationToken).ConfigureAwait(false))
        {
            if (samples.Count + piece.Length > limit)
            {
                throw new AudioException($"{path} is longer than {MaxClipDuration.TotalMinutes:0} minutes: too long to be taken as one clip.");
            }

            samples.AddRange(piece.Span);
        }

        return new AudioClip([.. samples], AudioClip.StandardSampleRate);
    }

    /// <summary>Reads a file of any length as frames, holding only a small piece of it in memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frameLength">Samples a frame; the last frame is filled up with silence.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Frames at <see cref="AudioClip.StandardSampleRate"/>, each valid until the next one is asked for.</returns>
    /// <exception cref="AudioException">As <see cref="LoadAsync(string, CancellationToken)"/>, but for the length.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<short>> ReadFramesAsync(
        string path, int frameLength, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frameLength);
        var frame = new short[frameLength];
        var filled = 0;
        await foreach (var piece in ReadAsync(path, cancellationToken).ConfigureAwait(false))
        {
            for (var rest = piece; rest.Length > 0;)
            {
                var count = Math.Min(rest.Length, frameLength - filled);
                rest[..count].CopyTo(frame.AsMemory(filled));
                rest = rest[count..];
                filled += count;
                if (filled == frameLength)
                {
                    yield return frame;
                    filled = 0;
                }
            }
        }

        if (filled > 0)
        {
            Array.Clear(frame, filled, frameLength - filled);
            yield return frame;
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<short>> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var any = false;
        var source = OpenWav(path) is { } wav ? ReadWav(wav, path) : null;
        if (source is not null)
        {
            foreach (var piece in source)
            {
                cancellationToken.ThrowIfCancellationRequested();
                any = true;
                yield return piece;
            }
        }
        else
        {
            await foreach (var piece in FfmpegDecoder.DecodeAsync(path, cancellationToken).ConfigureAwait(false))
            {
                any = true;
                yield return piece;
            }
        }

        if (!any)
        {
            throw new AudioException($"{path} holds no sound.");
        }
    }

    // Null when the file is whole but not plain PCM: another program may know it.
    private static FileStream? OpenWav(string path)
    {
        var stream = AudioFile.Open(path);
        try
        {
            if (WavHeader.LooksLikeWav(stream, path))
            {
                WavHeader.Read(stream, path);
                stream.Position = 0;
                return stream;
            }
        }
        catch (WavEncodingException)
        {
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        stream.Dispose();
        return null;
    }

    private static IEnumerable<ReadOnlyMemory<short>> ReadWav(FileStream stream, string path)
    {
        using var file = stream;
        var reader = new WavReader(file, path);
        var resampler = reader.Format.SampleRate == AudioClip.StandardSampleRate
            ? null
            : new Resampler(reader.Format.SampleRate, AudioClip.StandardSampleRate);
        var piece = new float[8_192];
        var converted = new List<float>();
        for (int count; (count = reader.Read(piece)) > 0;)
        {
            if (resampler is null)
            {
                yield return ToInt16(piece.AsSpan(0, count));
                continue;
            }

            resampler.Process(piece.AsSpan(0, count), converted);
            yield return ToInt16(CollectionsMarshal.AsSpan(converted));
            converted.Clear();
        }

        if (resampler is not null)
        {
            resampler.Flush(converted);
            yield return ToInt16(CollectionsMarshal.AsSpan(converted));
        }
    }

    private static short[] ToInt16(ReadOnlySpan<float> samples)
    {
        var result = new short[samples.Length];
        Pcm.ToInt16(samples, result);
        return result;
    }
}
