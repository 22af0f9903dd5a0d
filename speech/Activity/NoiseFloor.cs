namespace VoiceMed.Speech.Activity;

/// <summary>
/// Tracks the power of the background in each band, also under speech: speech lets every band fall back to the background
/// within a second or so, a fan does not. Minimum statistics after R. Martin, "Noise Power Spectral Density Estimation
/// Based on Optimal Smoothing and Minimum Statistics" (IEEE Trans. Speech Audio Process. 9, 2001), with plain smoothing.
/// </summary>
internal sealed class NoiseFloor
{
    // 8 × 12 frames: the floor follows a new, louder background after about two seconds.
    private const int Windows = 8;
    private const int WindowLength = 12;
    private const float Smoothing = 0.6f;

    // What the minimum of that many smoothed frames lies below their mean (measured on white noise; see NoiseFloor in docs/speech.md).
    private const float Bias = 1.9f;

    // Between utterances the mean is followed directly, with a time constant of about 0.4 s.
    private const float IdleRate = 0.05f;

    // A quieter background than this (-72 dB of full scale in all bands together) is taken for this: below it lies only the converter's own noise.
    private const float Quietest = 6.3e-8f / BandSpectrum.Bands;

    private readonly float[] floor = new float[BandSpectrum.Bands];
    private readonly float[] smoothed = new float[BandSpectrum.Bands];
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
    internal double LevelDb
    {
        get
        {
            var sum = 0f;
            foreach (var power in floor)
            {
                sum += power;
            }

            return 10 * Math.Log10(sum);
        }
    }

    /// <summary>Learns from one frame.</summary>
    /// <param name="bands">Its band powers.</param>
    /// <param name="idle">Whether nobody speaks, so that the frame itself is background.</param>
    internal void Update(ReadOnlySpan<float> bands, bool idle)
    {
        for (var band = 0; band < bands.Length; band++)
        {
            smoothed[band] = (Smoothing * smoothed[band]) + ((1 - Smoothing) * bands[band]);
            current[band] = Math.Min(current[band], smoothed[band]);
            var lowest = current[band];
            foreach (var minimum in minima)
            {
                lowest = Math.Min(lowest, minimum[band]);
            }

            if (idle)
            {
                floor[band] += IdleRate * (bands[band] - floor[band]);
            }

            floor[band] = Math.Max(Math.Max(floor[band], lowest * Bias), Quietest);
            if (!idle)
            {
                // Speech over a background that has meanwhile become quieter.
                floor[band] = Math.Max(Math.Min(floor[band], current[band] * Bias * 4), Quietest);
            }
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
