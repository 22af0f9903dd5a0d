using System.Buffers.Binary;

namespace VoiceMed.Speech.Audio;

/// <summary>
/// Reads the chunks of a WAV file up to its sound, and writes them. Layout: "Multimedia Programming Interface and Data
/// Specifications 1.0" (RIFF), its WAVE_FORMAT_EXTENSIBLE, and EBU Tech 3306 (RF64) for files over 4 GB.
/// </summary>
internal static class WavHeader
{
    private const int TagPcm = 1;
    private const int TagFloat = 3;
    private const int TagExtensible = 0xFFFE;
    private const int MaxChannels = 64;

    // Nobody describes sound in more chunks than this; a file that does is made to keep us busy.
    private const int MaxChunks = 1_000;

    // Programs that write to a pipe announce about as much as the field can hold (espeak-ng 0x7FFFF000, ffmpeg 0xFFFFFFFF).
    private const uint UnknownLengthFrom = 0x7FFF_0000;

    /// <summary>Whether the file at hand starts like a WAV file; leaves the stream at its start.</summary>
    /// <exception cref="AudioException">The file is empty.</exception>
    internal static bool LooksLikeWav(Stream stream, string name)
    {
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == 0 ? throw new AudioException($"{name} is empty.") : start.SequenceEqual("RIFF"u8) || start.SequenceEqual("RF64"u8);
    }

    /// <summary>Reads up to the first byte of sound.</summary>
    /// <exception cref="AudioException">It is not a WAV file, or its header makes no sense.</exception>
    internal static WavFormat Read(Stream stream, string name)
    {
        Span<byte> buffer = stackalloc byte[40];
        var riff = buffer[..12];
        var read = stream.ReadAtLeast(riff, riff.Length, throwOnEndOfStream: false);
        if (read == 0)
        {
            throw new AudioException($"{name} is empty.");
        }

        var is64 = riff[..4].SequenceEqual("RF64"u8);
        if (read < riff.Length || !(is64 || riff[..4].SequenceEqual("RIFF"u8)) || !riff[8..].SequenceEqual("WAVE"u8))
        {
            throw new AudioException($"{name} is not a WAV file.");
        }

        WavFormat? format = null;
        long? length64 = null;
        for (var chunk = 0; chunk < MaxChunks; chunk++)
        {
            var head = buffer[..8];
            if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            {
                throw new AudioException($"{name} ends before any sound: the file is cut or holds only a header.");
            }

            var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (head[..4].SequenceEqual("data"u8))
            {
                return format is null
                    ? throw new AudioException($"{name} does not say how its sound is stored (no 'fmt ' chunk before 'data').")
                    : format with { DataLength = DataLength(length, is64 ? length64 : null) };
            }

            if (head[..4].SequenceEqual("fmt "u8))
            {
                format = ReadFormat(stream, length, name);
            }
            else if (head[..4].SequenceEqual("ds64"u8) && length >= 16)
            {
                var sizes = buffer[..16];
                ReadExactly(stream, sizes, name);
                var value = BinaryPrimitives.ReadInt64LittleEndian(sizes[8..]);
                length64 = value >= 0 ? value : throw new AudioException($"{name} announces a negative length of sound.");
                Skip(stream, length - 16 + (length & 1), name);
            }
            else
            {
                Skip(stream, length + (long)(length & 1), name);
            }
        }

        throw new AudioException($"{name} has more than {MaxChunks} chunks and no sound among them.");
    }

    /// <summary>Writes the header of <paramref name="samples"/> samples of 16-bit mono sound.</summary>
    internal static void Write(Stream stream, int samples, int sampleRate)
    {
        Span<byte> header = stackalloc byte[44];
        var bytes = checked((uint)samples * sizeof(short));
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], bytes + 36);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], TagPcm);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], sampleRate * sizeof(short));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], sizeof(short));
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], bytes);
        stream.Write(header);
    }

    private static long? DataLength(uint length, long? length64) =>
        length64 ?? (length is 0 or >= UnknownLengthFrom ? null : length);

    private static WavFormat ReadFormat(Stream stream, uint length, string name)
    {
        if (length is < 16 or > 4_096)
        {
            throw new AudioException($"{name} has a damaged header: its 'fmt ' chunk is {length} bytes long.");
        }

        Span<byte> format = stackalloc byte[40];
        format = format[..(int)Math.Min(length, 40)];
        ReadExactly(stream, format, name);
        Skip(stream, length - format.Length + (length & 1), name);
        var tag = (int)BinaryPrimitives.ReadUInt16LittleEndian(format);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var sampleRate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (tag == TagExtensible && format.Length >= 26)
        {
            // The first two bytes of the sub-format's GUID are the plain tag.
            tag = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        }

        if (channels is 0 or > MaxChannels)
        {
            throw new AudioException($"{name} has {channels} channels; 1 to {MaxChannels} can be read.");
        }

        if (sampleRate is < Resampler.MinSampleRate or > Resampler.MaxSampleRate)
        {
            throw new AudioException(
                $"{name} has a sample rate of {sampleRate} Hz; {Resampler.MinSampleRate} to {Resampler.MaxSampleRate} Hz can be read.");
        }

        return new WavFormat(Encoding(tag, bits, name), channels, (int)sampleRate, DataLength: 0);
    }

    private static WavEncoding Encoding(int tag, int bits, string name) => (tag, bits) switch
    {
        (TagPcm, 8) => WavEncoding.Pcm8,
        (TagPcm, 16) => WavEncoding.Pcm16,
        (TagPcm, 24) => WavEncoding.Pcm24,
        (TagPcm, 32) => WavEncoding.Pcm32,
        (TagFloat, 32) => WavEncoding.IeeeFloat32,
        (TagFloat, 64) => WavEncoding.IeeeFloat64,
        _ => throw new WavEncodingException($"{name} stores its sound in a form (WAV format {tag}, {bits} bits) that is not plain PCM."),
    };

    private static void ReadExactly(Stream stream, Span<byte> buffer, string name)
    {
        if (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw new AudioException($"{name} is cut in the middle of its header.");
        }
    }

    private static void Skip(Stream stream, long count, string name)
    {
        Span<byte> waste = stackalloc byte[512];
        while (count > 0)
        {
            var read = stream.Read(waste[..(int)Math.Min(count, waste.Length)]);
            if (read == 0)
            {
                throw new AudioException($"{name} is cut in the middle of its header.");
            }

            count -= read;
        }
    }
}
