using System.Runtime.InteropServices;

namespace VoiceMed.Speech.Audio;

/// <summary>Whole WAV files in memory. Thread-safe.</summary>
public static class WavFile
{
    /// <summary>Reads a whole file, mixed down to mono, at its own sample rate.</summary>
    /// <exception cref="AudioException">It cannot be read; the message names the file and what is wrong.</exception>
    public static AudioClip Read(string path)
    {
        using var stream = AudioFile.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads a whole WAV from <paramref name="stream"/>, which needs no seeking and stays open.</summary>
    /// <param name="stream">At the first byte of the WAV.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maxDuration">Longer sound is refused; <see langword="null"/> for no limit but memory.</param>
    /// <exception cref="AudioException">It cannot be read or is too long.</exception>
    public static AudioClip Read(Stream stream, string name, TimeSpan? maxDuration = null)
    {
        var reader = new WavReader(stream, name);
        var limit = maxDuration is { } duration ? (long)(duration.TotalSeconds * reader.Format.SampleRate) : Array.MaxLength;
        var samples = new List<short>();
        var piece = new float[4_096];
        for (int count; (count = reader.Read(piece)) > 0;)
        {
            if (samples.Count + count > limit)
            {
                throw new AudioException($"{name} is longer than {(maxDuration ?? TimeSpan.FromHours(24)).TotalMinutes:0.#} minutes.");
            }

            var start = samples.Count;
            CollectionsMarshal.SetCount(samples, start + count);
            Pcm.ToInt16(piece.AsSpan(0, count), CollectionsMarshal.AsSpan(samples)[start..]);
        }

        return new AudioClip([.. samples], reader.Format.SampleRate);
    }

    /// <summary>Writes <paramref name="clip"/> as 16-bit mono PCM, replacing the file only when all of it is written.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Write(string path, AudioClip clip)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var temporary = path + ".part";
        using (var stream = File.Create(temporary))
        {
            Write(stream, clip);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Writes <paramref name="clip"/> as 16-bit mono PCM to <paramref name="stream"/>, which stays open.</summary>
    public static void Write(Stream stream, AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(clip);
        WavHeader.Write(stream, clip.Samples.Length, clip.SampleRate);
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(clip.Samples.AsSpan()));
            return;
        }

        Span<byte> pair = stackalloc byte[sizeof(short)];
        foreach (var sample in clip.Samples)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt16LittleEndian(pair, sample);
            stream.Write(pair);
        }
    }
}
