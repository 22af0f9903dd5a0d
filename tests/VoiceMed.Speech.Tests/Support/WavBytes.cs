using System.Buffers.Binary;
using System.Text;

namespace VoiceMed.Speech.Tests.Support;

/// <summary>Builds WAV files byte by byte, right and wrong ones.</summary>
internal static class WavBytes
{
    public static byte[] Create(
        int tag, int channels, long sampleRate, int bits, byte[] data, uint? announced = null, bool extensible = false, params byte[][] chunksBefore)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(0);
        writer.Write("WAVE"u8);
        foreach (var chunk in chunksBefore)
        {
            writer.Write(chunk);
        }

        writer.Write("fmt "u8);
        writer.Write(extensible ? 40 : 16);
        writer.Write((ushort)(extensible ? 0xFFFE : tag));
        writer.Write((ushort)channels);
        writer.Write((uint)sampleRate);
        writer.Write((uint)(sampleRate * channels * bits / 8));
        writer.Write((ushort)(channels * bits / 8));
        writer.Write((ushort)bits);
        if (extensible)
        {
            writer.Write((ushort)22);
            writer.Write((ushort)bits);
            writer.Write(0);
            writer.Write((ushort)tag);
            writer.Write(Convert.FromHexString("000000001000800000AA00389B71"));
        }

        writer.Write("data"u8);
        writer.Write(announced ?? (uint)data.Length);
        writer.Write(data);
        return stream.ToArray();
    }

    public static byte[] Chunk(string name, byte[] content)
    {
        var chunk = new byte[8 + content.Length + (content.Length % 2)];
        Encoding.ASCII.GetBytes(name).CopyTo(chunk, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(4), (uint)content.Length);
        content.CopyTo(chunk, 8);
        return chunk;
    }

    public static byte[] Bytes(params short[] samples)
    {
        var bytes = new byte[samples.Length * 2];
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(i * 2), samples[i]);
        }

        return bytes;
    }
}
