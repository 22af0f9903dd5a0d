namespace VoiceMed.Auth.Augmentation;

/// <summary>
/// Sounds the way another microphone would have recorded it: three random resonances or dips, and lower and upper band edges of its
/// own. Which microphone is decided by the random generator given. Thread-safe.
/// </summary>
public static class MicrophoneSimulator
{
    private const double LargestGainDecibels = 8;

    /// <summary>Filters in place.</summary>
    public static void Apply(Span<double> signal, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<double> centres = [random.Between(150, 600), random.Between(700, 2200), random.Between(2400, 6000)];
        foreach (var centre in centres)
        {
            BiquadFilter.Peak(centre, random.Between(-LargestGainDecibels, LargestGainDecibels), random.Between(0.4, 1.2)).Apply(signal);
        }

        BiquadFilter.HighPass(random.Between(60, 250)).Apply(signal);
        BiquadFilter.LowPass(random.Between(4500, 7500)).Apply(signal);
    }
}
