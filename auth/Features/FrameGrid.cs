namespace VoiceMed.Auth.Features;

/// <summary>The analysis frames every speaker feature is computed on: 25 ms windows every 10 ms of 16 kHz mono sound.</summary>
public static class FrameGrid
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = 16000;

    /// <summary>Samples in one analysis window (25 ms).</summary>
    public const int WindowLength = 400;

    /// <summary>Samples between the starts of two windows (10 ms).</summary>
    public const int Step = 160;

    /// <summary>Points of the Fourier transform; the window is padded with zeros.</summary>
    public const int TransformLength = 512;

    /// <summary>Frequency bins from 0 Hz to 8 kHz, both included.</summary>
    public const int Bins = TransformLength / 2 + 1;

    /// <summary>Seconds between two frames.</summary>
    public const double StepSeconds = (double)Step / SampleRate;

    /// <summary>Whole frames in a signal.</summary>
    /// <param name="samples">Number of samples, not negative.</param>
    /// <returns>0 when the signal is shorter than one window.</returns>
    public static int FramesIn(int samples) => samples < WindowLength ? 0 : (samples - WindowLength) / Step + 1;
}
