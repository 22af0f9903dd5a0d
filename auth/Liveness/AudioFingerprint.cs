using System.Numerics;
using System.Numerics.Tensors;
using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Liveness;

/// <summary>
/// A fingerprint of a piece of sound, by which the same recording is known again though it was played through a loudspeaker, made
/// louder or cut elsewhere: 32 bits every 16 ms over windows of 256 ms, each the sign of an energy difference between neighbouring
/// bands and frames (Haitsma and Kalker, 2002); the long windows make it robust against shifts and rooms. A person who says the same words again makes another one. Immutable.
/// </summary>
public sealed class AudioFingerprint
{
    private const int BandCount = 33;
    private const double LowHz = 300;
    private const double HighHz = 3400;
    private const int LongestWords = 3750; // a minute
    private const float SilenceShare = 1e-4f; // 40 dB below the loudest frame

    /// <summary>Stands for a silent frame: silence resembles silence and says nothing.</summary>
    private const uint Silent = 0;

    private readonly uint[] _words;

    private AudioFingerprint(uint[] words) => (_words, SoundingLength) = (words, words.Count(word => word != Silent));

    /// <summary>Number of 32-bit words; 0 when the sound is shorter than two frames.</summary>
    public int Length => _words.Length;

    /// <summary>Number of words that are not silent: only these are compared.</summary>
    public int SoundingLength { get; }

    /// <summary>Computes the fingerprint of a sound of at most a minute; what is longer is left out.</summary>
    /// <param name="samples">16 kHz mono.</param>
    public static AudioFingerprint Compute(ReadOnlySpan<short> samples)
    {
        const int window = 4096;
        const int step = 256;
        var frames = samples.Length < window ? 0 : Math.Min((samples.Length - window) / step + 1, LongestWords + 1);
        if (frames < 2)
        {
            return new AudioFingerprint([]);
        }

        var transform = new FastFourierTransform(window);
        var real = new float[window];
        var imaginary = new float[window];
        var edges = BandEdges(window);
        var (previous, current) = (new float[BandCount], new float[BandCount]);
        var words = new uint[frames - 1];
        var power = new float[frames - 1];
        for (var frame = 0; frame < frames; frame++)
        {
            for (var i = 0; i < window; i++)
            {
                real[i] = samples[frame * step + i] * (0.5f - 0.5f * MathF.Cos(2 * MathF.PI * i / (window - 1)));
            }

            Array.Clear(imaginary);
            transform.Transform(real, imaginary);
            Energies(real, imaginary, edges, current);
            if (frame > 0)
            {
                words[frame - 1] = Word(previous, current);
                power[frame - 1] = TensorPrimitives.Sum<float>(current);
            }

            (previous, current) = (current, previous);
        }

        var silence = TensorPrimitives.Max<float>(power) * SilenceShare + 1;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = power[i] <= silence ? Silent : words[i];
        }

        return new AudioFingerprint(words);
    }

    /// <summary>Restores a fingerprint from <see cref="ToBytes"/>.</summary>
    /// <exception cref="ArgumentException">The length is no multiple of 4.</exception>
    public static AudioFingerprint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 4 != 0)
        {
            throw new ArgumentException("A fingerprint is a multiple of 4 bytes long.", nameof(bytes));
        }

        var words = new uint[bytes.Length / 4];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * i)..]);
        }

        return new AudioFingerprint(words);
    }

    /// <summary>The fingerprint as bytes, 4 a word.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[4 * _words.Length];
        for (var i = 0; i < _words.Length; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), _words[i]);
        }

        return bytes;
    }

    /// <summary>
    /// Smallest share of differing bits over all alignments in which at least <paramref name="leastOverlap"/> words that are not silent meet: near 0 for the
    /// same recording, near 0.5 for another one.
    /// </summary>
    /// <param name="other">The fingerprint to compare with.</param>
    /// <param name="leastOverlap">Least overlap in words of 16 ms, above 0. Default 60 (about 1 s).</param>
    /// <returns>1 when they cannot overlap that far.</returns>
    public double Distance(AudioFingerprint other, int leastOverlap = 60)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastOverlap);
        var best = 1.0;
        for (var shift = leastOverlap - other.Length; shift <= Length - leastOverlap; shift++)
        {
            var from = Math.Max(0, shift);
            var to = Math.Min(Length, other.Length + shift);
            var (differing, compared) = (0, 0);
            for (var i = from; i < to; i++)
            {
                var (mine, theirs) = (_words[i], other._words[i - shift]);
                if (mine != Silent && theirs != Silent)
                {
                    differing += BitOperations.PopCount(mine ^ theirs);
                    compared++;
                }
            }

            best = compared < leastOverlap ? best : Math.Min(best, differing / (32.0 * compared));
        }

        return best;
    }

    private static int[] BandEdges(int window)
    {
        var edges = new int[BandCount + 1];
        for (var i = 0; i < edges.Length; i++)
        {
            var hertz = LowHz * Math.Pow(HighHz / LowHz, (double)i / BandCount);
            edges[i] = (int)Math.Round(hertz * window / FrameGrid.SampleRate);
            edges[i] = i > 0 ? Math.Max(edges[i], edges[i - 1] + 1) : edges[i];
        }

        return edges;
    }

    private static void Energies(float[] real, float[] imaginary, int[] edges, float[] energies)
    {
        for (var band = 0; band < BandCount; band++)
        {
            energies[band] = 0;
            for (var bin = edges[band]; bin < edges[band + 1]; bin++)
            {
                energies[band] += real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
            }
        }
    }

    private static uint Word(float[] previous, float[] current)
    {
        var word = 0u;
        for (var band = 0; band < BandCount - 1; band++)
        {
            var slope = current[band] - current[band + 1] - (previous[band] - previous[band + 1]);
            word |= slope > 0 ? 1u << band : 0;
        }

        return word;
    }
}
