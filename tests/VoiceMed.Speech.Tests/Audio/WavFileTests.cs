using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Audio;

public sealed class WavFileTests
{
    [Fact]
    public void Read_AnythingWritten_ComesBackUnchanged() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<short[]>(),
            Gen.Choose(1_000, 384_000).ToArbitrary(),
            static (samples, rate) =>
            {
                using var stream = new MemoryStream();
                WavFile.Write(stream, new AudioClip(samples, rate));
                stream.Position = 0;
                var clip = WavFile.Read(stream, "clip");
                return clip.SampleRate == rate && clip.Samples.SequenceEqual(samples);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 8, "0080FF", new[] { -32768, 0, 32512 })]
    [InlineData(1, 16, "00800000FF7F", new[] { -32768, 0, 32767 })]
    [InlineData(1, 24, "000080000000FFFF7F", new[] { -32768, 0, 32767 })]
    [InlineData(1, 32, "0000008000000000FFFFFF7F", new[] { -32768, 0, 32767 })]
    [InlineData(3, 32, "000080BF000000000000003F", new[] { -32768, 0, 16384 })]
    [InlineData(3, 64, "000000000000F0BF0000000000000000000000000000E03F", new[] { -32768, 0, 16384 })]
    public void Read_EverySampleFormat_GivesTheSameSound(int tag, int bits, string data, int[] expected)
    {
        foreach (var extensible in new[] { false, true })
        {
            var clip = Read(WavBytes.Create(tag, 1, 16_000, bits, Convert.FromHexString(data), extensible: extensible));

            Assert.Equal(expected, clip.Samples.Select(static sample => (int)sample));
        }
    }

    [Fact]
    public void Read_Stereo_AveragesTheChannels()
    {
        var clip = Read(WavBytes.Create(1, 2, 44_100, 16, WavBytes.Bytes(1_000, 3_000, -200, 200)));

        Assert.Equal([2_000, 0], clip.Samples);
        Assert.Equal(44_100, clip.SampleRate);
    }

    [Fact]
    public void Read_FloatThatIsNotANumber_IsSilent()
    {
        var clip = Read(WavBytes.Create(3, 1, 16_000, 32, Convert.FromHexString("0000C07F0000807F000080FF")));

        Assert.Equal([0, 0, 0], clip.Samples);
    }

    [Fact]
    public void Read_UnknownChunksOfOddLength_AreSkipped()
    {
        var clip = Read(WavBytes.Create(
            1, 1, 16_000, 16, WavBytes.Bytes(7, 8), announced: null, extensible: false, WavBytes.Chunk("LIST", [1, 2, 3]), WavBytes.Chunk("bext", [])));

        Assert.Equal([7, 8], clip.Samples);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x7FFFF000u)]
    [InlineData(0xFFFFFFFFu)]
    public void Read_LengthUnknownToTheWriter_ReadsToTheEnd(uint announced)
    {
        var clip = Read(WavBytes.Create(1, 1, 16_000, 16, WavBytes.Bytes(1, 2, 3), announced));

        Assert.Equal([1, 2, 3], clip.Samples);
    }

    [Fact]
    public void Read_BytesAfterTheSound_AreIgnored()
    {
        byte[] bytes = [.. WavBytes.Create(1, 1, 16_000, 16, WavBytes.Bytes(5)), .. WavBytes.Chunk("LIST", [9, 9])];

        Assert.Equal([5], Read(bytes).Samples);
    }

    [Fact]
    public void Read_CutInTheSound_SaysHowMuchIsMissing()
    {
        var error = Assert.Throws<AudioException>(() => Read(WavBytes.Create(1, 1, 16_000, 16, new byte[16_000], announced: 64_000)));

        Assert.Equal("test.wav is cut: its header announces 2.00 s of sound and it holds 0.50 s; copy or record it again.", error.Message);
    }

    [Fact]
    public void Read_CutAnywhereInTheHeader_NeverGivesSound()
    {
        var whole = WavBytes.Create(1, 1, 16_000, 16, WavBytes.Bytes(1, 2));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<AudioException>(() => Read(whole[..length]));
        }
    }

    [Theory]
    [InlineData(1, 0, 16_000, 16, "channels")]
    [InlineData(1, 65_535, 16_000, 16, "channels")]
    [InlineData(1, 1, 0, 16, "sample rate")]
    [InlineData(1, 1, 4_000_000_000, 16, "sample rate")]
    [InlineData(1, 1, 16_000, 7, "7 bits")]
    [InlineData(85, 1, 16_000, 16, "WAV format 85")]
    public void Read_SenselessHeader_NamesWhatIsWrong(int tag, int channels, long rate, int bits, string named)
    {
        var error = Assert.Throws<AudioException>(() => Read(WavBytes.Create(tag, channels, rate, bits, [0, 0, 0, 0])));

        Assert.Contains("test.wav", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "test.wav is empty.")]
    [InlineData("fLaC and more than twelve bytes", "test.wav is not a WAV file.")]
    [InlineData("RIFF0000AVI LIST", "test.wav is not a WAV file.")]
    public void Read_NotAWav_SaysSo(string content, string expected) =>
        Assert.Equal(expected, Assert.Throws<AudioException>(() => Read(System.Text.Encoding.ASCII.GetBytes(content))).Message);

    [Fact]
    public void Read_ManyChunksWithoutSound_GivesUp()
    {
        var chunks = Enumerable.Repeat(WavBytes.Chunk("junk", []), 2_000).SelectMany(static chunk => chunk).ToArray();

        var error = Assert.Throws<AudioException>(() => Read([.. "RIFF0000WAVE"u8, .. chunks]));

        Assert.Contains("more than 1000 chunks", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyDamage_EitherReadsOrSaysWhy()
    {
        var whole = WavBytes.Create(1, 2, 22_050, 24, new byte[600], announced: null, extensible: true, WavBytes.Chunk("LIST", [1, 2, 3]));
        var damage = Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ListOf(6).ToArbitrary();
        Prop.ForAll(damage, places =>
        {
            var bytes = (byte[])whole.Clone();
            foreach (var (place, value) in places)
            {
                bytes[place] = (byte)value;
            }

            try
            {
                return Read(bytes).Samples.Length <= whole.Length;
            }
            catch (AudioException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Fact]
    public void Read_LongerThanAllowed_IsRefused()
    {
        using var stream = new MemoryStream(WavBytes.Create(1, 1, 8_000, 16, new byte[32_000]));

        var error = Assert.Throws<AudioException>(() => WavFile.Read(stream, "long.wav", TimeSpan.FromSeconds(1)));

        Assert.StartsWith("long.wav is longer than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OverAnExistingFile_ReplacesIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("clip.wav");
        WavFile.Write(path, new AudioClip([1, 2, 3], 16_000));

        WavFile.Write(path, new AudioClip([4], 8_000));

        var clip = WavFile.Read(path);
        Assert.Equal([4], clip.Samples);
        Assert.Equal(8_000, clip.SampleRate);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    private static AudioClip Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return WavFile.Read(stream, "test.wav");
    }
}
