using System.Buffers.Binary;

namespace VoiceMed.Speech.Audio;

/// <summary>Turns the stored bytes of interleaved channels into mono samples of full scale ±1.</summary>
internal static class SampleDecoder
{
    /// <summary>Decodes whole blocks and averages their channels.</summary>
    /// <param name="bytes">A whole number of blocks.</param>
    /// <param name="format">How they are stored.</param>
    /// <param name="mono">Room for one sample a block.</param>
    /// <returns>The number of samples written.</returns>
    internal static int Decode(ReadOnlySpan<byte> bytes, WavFormat format, Span<float> mono)
    {
        var width = format.BytesPerSample;
        var blocks = bytes.Length / format.BlockLength;
        for (var block = 0; block < blocks; block++)
        {
            var sum = 0.0;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                sum += Sample(bytes.Slice((block * format.BlockLength) + (channel * width), width), format.Encoding);
            }

            mono[block] = (float)(sum / format.Channels);
        }

        return blocks;
    }

    private static double Sample(ReadOnlySpan<byte> bytes, WavEncoding encoding) => encoding switch
    {
        WavEncoding.Pcm8 => (bytes[0] - 128) / 128.0,
        WavEncoding.Pcm16 => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32_768.0,
        WavEncoding.Pcm24 => ((bytes[0] << 8) | (bytes[1] << 16) | (bytes[2] << 24)) / 2_147_483_648.0,
        WavEncoding.Pcm32 => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2_147_483_648.0,
        WavEncoding.IeeeFloat32 => Finite(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        _ => Finite(BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
    };

    // A NaN would spread through the resampler's whole memory.
    private static double Finite(double value) => double.IsFinite(value) ? Math.Clamp(value, -8, 8) : 0;
}
