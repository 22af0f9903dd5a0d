namespace VoiceMed.Auth.Features;

/// <summary>
/// In-place radix-2 fast Fourier transform of one fixed power-of-two length (Cooley and Tukey, 1965). Allocates nothing after
/// construction. Thread-safe: the tables are read only, the data is the caller's.
/// </summary>
public sealed class FastFourierTransform
{
    private readonly float[] _cosines;
    private readonly float[] _sines;
    private readonly int[] _bitReversed;

    /// <summary>Prepares the twiddle factors.</summary>
    /// <param name="length">Number of points; a power of two, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is not a power of two of at least 2.</exception>
    public FastFourierTransform(int length)
    {
        if (length < 2 || !int.IsPow2(length))
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The length must be a power of two, at least 2.");
        }

        Length = length;
        _cosines = new float[length / 2];
        _sines = new float[length / 2];
        for (var k = 0; k < length / 2; k++)
        {
            (var sine, var cosine) = Math.SinCos(-2 * Math.PI * k / length);
            _cosines[k] = (float)cosine;
            _sines[k] = (float)sine;
        }

        var bits = int.Log2(length);
        _bitReversed = new int[length];
        for (var i = 0; i < length; i++)
        {
            for (var bit = 0; bit < bits; bit++)
            {
                _bitReversed[i] |= ((i >> bit) & 1) << (bits - 1 - bit);
            }
        }
    }

    /// <summary>Number of points.</summary>
    public int Length { get; }

    /// <summary>Transforms forward, without scaling.</summary>
    /// <param name="real">Real parts, <see cref="Length"/> values, overwritten.</param>
    /// <param name="imaginary">Imaginary parts, <see cref="Length"/> values, overwritten.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Transform(Span<float> real, Span<float> imaginary)
    {
        if (real.Length != Length || imaginary.Length != Length)
        {
            throw new ArgumentException($"Both spans must hold {Length} values.");
        }

        for (var i = 0; i < Length; i++)
        {
            var j = _bitReversed[i];
            if (j > i)
            {
                (real[i], real[j]) = (real[j], real[i]);
                (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
            }
        }

        for (var half = 1; half < Length; half <<= 1)
        {
            var stride = Length / (2 * half);
            for (var start = 0; start < Length; start += 2 * half)
            {
                Butterflies(real.Slice(start, 2 * half), imaginary.Slice(start, 2 * half), half, stride);
            }
        }
    }

    private void Butterflies(Span<float> real, Span<float> imaginary, int half, int stride)
    {
        for (var k = 0; k < half; k++)
        {
            var cosine = _cosines[k * stride];
            var sine = _sines[k * stride];
            var oddReal = real[k + half] * cosine - imaginary[k + half] * sine;
            var oddImaginary = real[k + half] * sine + imaginary[k + half] * cosine;
            real[k + half] = real[k] - oddReal;
            imaginary[k + half] = imaginary[k] - oddImaginary;
            real[k] += oddReal;
            imaginary[k] += oddImaginary;
        }
    }
}
