namespace VoiceMed.Auth.Scoring;

/// <summary>What is kept of an enrolled voice: one vector a scoring system. Immutable.</summary>
/// <param name="ModelId">The speaker model that made it; another model cannot use it.</param>
/// <param name="Vectors">One a system.</param>
/// <param name="VoicedSeconds">Seconds of voice it rests on.</param>
public sealed record SpeakerTemplate(string ModelId, IReadOnlyList<SpeakerVector> Vectors, double VoicedSeconds)
{
    /// <summary>
    /// How well the doctor's own phrases fit each other, as a multiple of what is usual; 1 when unknown. A voice that fits itself far
    /// better than usual stands out from strangers by more, so its bar can be higher (<see cref="Calibration.LogLikelihoodRatio"/>).
    /// </summary>
    public double SelfFit { get; init; } = 1;
}
