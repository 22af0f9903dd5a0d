using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Speech.Audio;
using Xunit;

namespace VoiceMed.Speech.Tests.Audio;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(8_000)]
    [InlineData(11_025)]
    [InlineData(22_050)]
    [InlineData(44_100)]
    [InlineData(48_000)]
    [InlineData(47_999)]
    [InlineData(384_000)]
    public void Convert_ToneInTheBandOfSpeech_KeepsItTo60Decibels(int inputRate)
    {
        var converted = Resampler.Convert(Tone(1_000, inputRate, seconds: 1), inputRate, 16_000);

        var ideal = Tone(1_000, 16_000, seconds: 1);
        Assert.Equal(16_000, converted.Length);
        Assert.True(ErrorDb(ideal, converted) < -60, $"error {ErrorDb(ideal, converted):0} dB");
    }

    [Theory]
    [InlineData(44_100, 9_500)]
    [InlineData(48_000, 12_000)]
    [InlineData(48_000, 20_000)]
    public void Convert_ToneAboveTheNewBand_LeavesNothing(int inputRate, int frequency)
    {
        var converted = Resampler.Convert(Tone(frequency, inputRate, seconds: 1), inputRate, 16_000);

        var level = 20 * Math.Log10(converted.Skip(200).SkipLast(200).Max(static sample => Math.Abs((int)sample)) / 10_000.0 + 1e-9);
        Assert.True(level < -60, $"aliased at {level:0} dB");
    }

    [Fact]
    public void Process_InPiecesOfAnySize_EqualsTheWhole() =>
        Prop.ForAll(
            Gen.Choose(1_000, 96_000).ToArbitrary(),
            Gen.Choose(1, 700).NonEmptyListOf().ToArbitrary(),
            static (rate, pieces) =>
            {
                var input = Tone(300, rate, seconds: 0.2).Select(static sample => sample / 32_768f).ToArray();
                var (whole, parts) = (new List<float>(), new List<float>());
                var one = new Resampler(rate, 16_000);
                one.Process(input, whole);
                one.Flush(whole);
                var other = new Resampler(rate, 16_000);
                for (var (start, i) = (0, 0); start < input.Length; start += pieces[i++ % pieces.Count])
                {
                    other.Process(input.AsSpan(start, Math.Min(pieces[i % pieces.Count], input.Length - start)), parts);
                }

                other.Flush(parts);
                return whole.SequenceEqual(parts) && whole.Count == (int)Math.Ceiling(input.Length * 16_000.0 / rate);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(999)]
    [InlineData(384_001)]
    [InlineData(0)]
    [InlineData(-16_000)]
    public void Constructor_RateOutOfRange_IsRefused(int rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resampler(rate, 16_000));

    private static short[] Tone(double frequency, int rate, double seconds) =>
        [.. Enumerable.Range(0, (int)(rate * seconds)).Select(i => (short)Math.Round(10_000 * Math.Sin(2 * Math.PI * frequency * i / rate)))];

    // The ends are left out: there the tone begins and stops, which no band-limited signal does.
    private static double ErrorDb(short[] ideal, short[] converted)
    {
        var (error, signal) = (0.0, 0.0);
        for (var i = 500; i < ideal.Length - 500; i++)
        {
            error += Math.Pow(ideal[i] - converted[i], 2);
            signal += Math.Pow(ideal[i], 2);
        }

        return 10 * Math.Log10((error / signal) + 1e-12);
    }
}
