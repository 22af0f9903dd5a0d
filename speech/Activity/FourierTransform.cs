namespace VoiceMed.Speech.Activity;

/// <summary>The power spectrum of short real signals, by a radix-2 transform in buffers made once. Not thread-safe.</summary>
internal sealed class FourierTransform
{
    private readonly int length;
    private readonly float[] real;
    private readonly float[] imaginary;
    private readonly float[] cosines;
    private readonly float[] sines;
    private readonly int[] reversed;

    /// <param name="length">Samples transformed at once; a power of two.</param>
    internal FourierTransform(int length)
    {
        this.length = length;
        real = new float[length];
        imaginary = new float[length];
        cosines = new float[length / 2];
        sines = new float[length / 2];
        for (var i = 0; i < cosines.Length; i++)
        {
            (sines[i], cosines[i]) = MathF.SinCos(-2 * MathF.PI * i / length);
        }

        var bits = System.Numerics.BitOperations.Log2((uint)length);
        reversed = new int[length];
        for (var i = 0; i < length; i++)
        {
            reversed[i] = (reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
        }
    }

    /// <summary>Writes the squared magnitudes of bins 0 to length / 2, exclusive.</summary>
    /// <param name="signal">At most the transform's length; silence is appended.</param>
    /// <param name="power">length / 2 numbers.</param>
    internal void Power(ReadOnlySpan<float> signal, Span<float> power)
    {
        for (var i = 0; i < length; i++)
        {
            real[reversed[i]] = i < signal.Length ? signal[i] : 0;
        }

        Array.Clear(imaginary);
        for (var size = 2; size <= length; size *= 2)
        {
            var half = size / 2;
            var step = length / size;
            for (var start = 0; start < length; start += size)
            {
                for (var k = 0; k < half; k++)
                {
                    Butterfly(start + k, start + k + half, k * step);
                }
            }
        }

        for (var i = 0; i < power.Length; i++)
        {
            power[i] = (real[i] * real[i]) + (imaginary[i] * imaginary[i]);
        }
    }

    private void Butterfly(int upper, int lower, int twiddle)
    {
        var x = (real[lower] * cosines[twiddle]) - (imaginary[lower] * sines[twiddle]);
        var y = (real[lower] * sines[twiddle]) + (imaginary[lower] * cosines[twiddle]);
        real[lower] = real[upper] - x;
        imaginary[lower] = imaginary[upper] - y;
        real[upper] += x;
        imaginary[upper] += y;
    }
}
