namespace VoiceMed.Auth.Features;

/// <summary>
/// Chooses the frames that carry the voice, by their energy against the utterance's own floor and peak, with a hang-over so that
/// word endings are kept. Speaker features are computed from these frames only: pauses carry the room, not the person. Thread-safe.
/// </summary>
public static class VoicedFrameDetector
{
    private const float BelowPeakDecibels = 32f;
    private const float LeastRangeDecibels = 9f;
    private const float FloorShare = 0.40f;
    private const float AbsoluteFloorDecibels = 15f;
    private const int HangOverFrames = 3;

    /// <summary>Marks the voiced frames.</summary>
    /// <param name="energies">Frame energies in dB.</param>
    /// <param name="scratch">At least as long as <paramref name="energies"/>; overwritten.</param>
    /// <param name="voiced">Receives one flag a frame.</param>
    /// <returns>Number of voiced frames.</returns>
    public static int Detect(ReadOnlySpan<float> energies, Span<float> scratch, Span<bool> voiced)
    {
        if (energies.IsEmpty)
        {
            return 0;
        }

        var sorted = scratch[..energies.Length];
        energies.CopyTo(sorted);
        sorted.Sort();
        var floor = sorted[sorted.Length / 10];
        var peak = sorted[sorted.Length * 95 / 100];

        // A stretch without pauses has no floor of its own: the range is then small and nothing may be thrown away.
        var threshold = peak - floor < LeastRangeDecibels
            ? peak - LeastRangeDecibels
            : Math.Max(peak - BelowPeakDecibels, floor + FloorShare * (peak - floor));
        threshold = Math.Max(threshold, AbsoluteFloorDecibels);

        var count = 0;
        var hangOver = 0;
        for (var i = 0; i < energies.Length; i++)
        {
            hangOver = energies[i] > threshold ? HangOverFrames + 1 : Math.Max(hangOver - 1, 0);
            voiced[i] = hangOver > 0;
            count += voiced[i] ? 1 : 0;
        }

        return count;
    }
}
