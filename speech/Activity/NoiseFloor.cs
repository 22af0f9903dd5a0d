using System.Numerics.Tensors;

namespace VoiceMed.Speech.Activity;

/// <summary>
/// Tracks the power of the background in each band: its mean while nobody speaks, and its minimum over the last two seconds
/// at all times, for speech lets every band fall back to the background in that time and a new fan does not. The latter is
/// the minimum statistics of R. Martin, "Noise Power Spectral Density Estimation Based on Optimal Smoothing and Minimum
/// Statistics" (IEEE Trans. Speech Audio Process. 9, 2001), with constant smoothing.
/// </summary>
internal sealed class NoiseFloor
{
    private const int Windows = 8;
    private const int WindowLength = 12;

    // The minimum lies below the mean. An estimate still too low is mended by the mean once it is close.
    private const float Bias = 1.6f;

    // Time constants of 0.4 s upwards and 0.2 s downwards.
    private const float RiseRate = 0.05f;
    private const float FallRate = 0.1f;

    // A background below -72 dB of full scale in all bands together is taken for that: there lies only the converter's own noise.
    private const float Quietest = 6.3e-8f / BandSpectrum.Bands;

    private readonly float[] floor = new float[BandSpectrum.Bands];
    private readonly float[] current = new float[BandSpectrum.Bands];
    private readonly float[][] minima = new float[Windows][];
    private int window;
    private int inWindow;

    internal NoiseFloor()
    {
        Array.Fill(floor, Quietest);
        Array.Fill(current, float.MaxValue);
        for (var i = 0; i < Windows; i++)
        {
            // As if a quiet room had been heard: the first word of a stream is not taken for its background.
            minima[i] = new float[BandSpectrum.Bands];
            Array.Fill(minima[i], Quietest / Bias);
        }
    }

    /// <summary>The background's mean square in each band.</summary>
    internal ReadOnlySpan<float> Power => floor;

    /// <summary>The background's level in all bands, dB of full scale.</summary>
    internal double LevelDb => 10 * Math.Log10(TensorPrimitives.Sum<float>(floor));

    /// <summary>Learns from one frame.</summary>
    /// <param name="bands">Its smoothed band powers.</param>
    /// <param name="idle">Whether nobody speaks, so that the frame itself is background.</param>
    internal void Update(ReadOnlySpan<float> bands, bool idle)
    {
        for (var band = 0; band < bands.Length; band++)
        {
            current[band] = Math.Min(current[band], bands[band]);
            var lowest = current[band];
            foreach (var minimum in minima)
            {
                lowest = Math.Min(lowest, minimum[band]);
            }

            if (idle)
            {
                var difference = bands[band] - floor[band];
                floor[band] += (difference > 0 ? RiseRate : FallRate) * difference;
            }

            floor[band] = Math.Max(Math.Max(floor[band], lowest * Bias), Quietest);
        }

        if (++inWindow == WindowLength)
        {
            inWindow = 0;
            current.CopyTo(minima[window], 0);
            Array.Fill(current, float.MaxValue);
            window = (window + 1) % Windows;
        }
    }
}
