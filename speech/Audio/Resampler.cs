using System.Numerics.Tensors;

namespace VoiceMed.Speech.Audio;

/// <summary>
/// Changes the sample rate of a stream by a polyphase windowed-sinc filter. Keeps only the filter's length of sound between
/// calls, so a stream may last for days. Not thread-safe.
/// </summary>
/// <remarks>
/// Kaiser window with about 80 dB of stop-band attenuation; the pass band reaches to 90 % of the lower Nyquist frequency.
/// See Crochiere and Rabiner, "Multirate Digital Signal Processing" (1983), chapter 3. The output is aligned with the
/// input: sample n lies at n / outputRate seconds.
/// </remarks>
public sealed class Resampler
{
    /// <summary>The lowest rate that is converted, in Hz.</summary>
    public const int MinSampleRate = 1_000;

    /// <summary>The highest rate that is converted, in Hz.</summary>
    public const int MaxSampleRate = 384_000;

    // Half the filter's length in periods of the lower of the two rates.
    private const int ZeroCrossings = 24;
    private const double KaiserBeta = 8.0;
    private const double PassBand = 0.95;

    // Beyond this many exact phases the nearest one is taken; its timing error is a 2048th of an input sample at most.
    private const int MaxPhases = 1_024;

    private readonly int numerator;
    private readonly int denominator;
    private readonly int half;
    private readonly float[][] phases;
    private float[] pending;
    private int pendingCount;
    private long pendingStart;
    private long produced;
    private long received;

    /// <summary>Prepares the filter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A rate lies outside <see cref="MinSampleRate"/>..<see cref="MaxSampleRate"/>, both inclusive.
    /// </exception>
    public Resampler(int inputRate, int outputRate)
    {
        ThrowIfOutOfRange(inputRate, nameof(inputRate));
        ThrowIfOutOfRange(outputRate, nameof(outputRate));
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(inputRate, outputRate);
        numerator = inputRate / divisor;
        denominator = outputRate / divisor;
        var cutoff = Math.Min(1.0, (double)outputRate / inputRate) * PassBand;
        half = (int)Math.Ceiling(ZeroCrossings / Math.Min(1.0, (double)outputRate / inputRate));
        phases = new float[Math.Min(denominator, MaxPhases)][];
        for (var phase = 0; phase < phases.Length; phase++)
        {
            phases[phase] = Filter((double)phase / phases.Length, cutoff);
        }

        // Silence before the first sample stands for the filter's past.
        pending = new float[4 * half];
        pendingCount = half;
        pendingStart = -half;
    }

    /// <summary>Converts a whole clip.</summary>
    /// <returns>⌈length · outputRate / inputRate⌉ samples.</returns>
    public static short[] Convert(ReadOnlySpan<short> samples, int inputRate, int outputRate)
    {
        var resampler = new Resampler(inputRate, outputRate);
        var input = new float[samples.Length];
        Pcm.ToSingle(samples, input);
        var output = new List<float>((int)((long)samples.Length * outputRate / inputRate) + 1);
        resampler.Process(input, output);
        resampler.Flush(output);
        var result = new short[output.Count];
        Pcm.ToInt16(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(output), result);
        return result;
    }

    /// <summary>Feeds <paramref name="input"/> and appends what can be computed already to <paramref name="output"/>.</summary>
    public void Process(ReadOnlySpan<float> input, List<float> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        received += input.Length;
        Append(input);
        Produce(output, pendingStart + pendingCount - half);
    }

    /// <summary>Appends the last samples: silence is taken to follow the sound. The stream has ended then.</summary>
    public void Flush(List<float> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Append(new float[half + 1]);
        Produce(output, received);
    }

    private static void ThrowIfOutOfRange(int rate, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, MinSampleRate, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, MaxSampleRate, name);
    }

    private void Append(ReadOnlySpan<float> input)
    {
        if (pendingCount + input.Length > pending.Length)
        {
            Array.Resize(ref pending, Math.Max(pending.Length * 2, pendingCount + input.Length));
        }

        input.CopyTo(pending.AsSpan(pendingCount));
        pendingCount += input.Length;
    }

    // Output sample n lies at input position n * numerator / denominator; every position before the limit is produced.
    private void Produce(List<float> output, long limit)
    {
        while (true)
        {
            var whole = Math.DivRem(produced * numerator, denominator, out var remainder);
            if (whole >= limit)
            {
                break;
            }

            var first = (int)(whole - half + 1 - pendingStart);
            var filter = phases[(int)(remainder * phases.Length / denominator)];
            output.Add(TensorPrimitives.Dot<float>(filter, pending.AsSpan(first, filter.Length)));
            produced++;
        }

        var keepFrom = (int)Math.Clamp((produced * numerator / denominator) - half + 1 - pendingStart, 0, pendingCount);
        pending.AsSpan(keepFrom, pendingCount - keepFrom).CopyTo(pending);
        pendingCount -= keepFrom;
        pendingStart += keepFrom;
    }

    // Taps for the inputs at whole - half + 1 ... whole + half, seen from the position whole + offset.
    private float[] Filter(double offset, double cutoff)
    {
        var filter = new float[2 * half];
        var sum = 0.0;
        var taps = new double[filter.Length];
        for (var i = 0; i < taps.Length; i++)
        {
            var distance = i - half + 1 - offset;
            var x = Math.PI * distance * cutoff;
            var window = Bessel(KaiserBeta * Math.Sqrt(Math.Max(0, 1 - (distance * distance / ((double)half * half)))));
            taps[i] = window * (Math.Abs(x) < 1e-9 ? 1 : Math.Sin(x) / x);
            sum += taps[i];
        }

        // Each phase passes a constant unchanged, so that phases do not beat against each other.
        for (var i = 0; i < taps.Length; i++)
        {
            filter[i] = (float)(taps[i] / sum);
        }

        return filter;
    }

    // Modified Bessel function of the first kind, order zero, by its power series.
    private static double Bessel(double x)
    {
        var sum = 1.0;
        var term = 1.0;
        for (var k = 1; term > 1e-12 * sum; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
