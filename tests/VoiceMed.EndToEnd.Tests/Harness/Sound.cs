namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>Sound for tests: whole WAV files, 16-bit mono.</summary>
public static class Sound
{
    public static byte[] Tone(double seconds, int rate = 22_050, double hertz = 440) =>
        Wav([.. Enumerable.Range(0, (int)(seconds * rate)).Select(i => (short)(8000 * Math.Sin(2 * Math.PI * hertz * i / rate)))], rate);

    public static byte[] Wav(short[] samples, int rate)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + (samples.Length * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples.Length * 2);
        foreach (var sample in samples)
        {
            writer.Write(sample);
        }

        return stream.ToArray();
    }
}
