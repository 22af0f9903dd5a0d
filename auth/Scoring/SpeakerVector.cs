namespace VoiceMed.Auth.Scoring;

/// <summary>
/// What one scoring system keeps of a speaker (from enrolment) or of an utterance (a probe). The dot product of the two is the raw
/// score; mean and deviation are those of the nearest cohort voices and put it on a common scale.
/// </summary>
/// <param name="System">The system that made it; vectors of different systems are not compared.</param>
/// <param name="Values">The vector; do not modify.</param>
/// <param name="CohortMean">Mean raw score against the nearest cohort voices.</param>
/// <param name="CohortDeviation">Their standard deviation, above 0.</param>
public sealed record SpeakerVector(string System, float[] Values, double CohortMean, double CohortDeviation)
{
    /// <summary>
    /// Adaptive symmetric score normalisation (Matějka et al., 2017): how many deviations the raw score lies above what strangers
    /// score, averaged over the enrolled side and the utterance's side.
    /// </summary>
    public static double NormalisedScore(SpeakerVector enrolled, SpeakerVector probe)
    {
        ArgumentNullException.ThrowIfNull(enrolled);
        ArgumentNullException.ThrowIfNull(probe);
        double raw = global::System.Numerics.Tensors.TensorPrimitives.Dot<float>(enrolled.Values, probe.Values);
        return 0.5 * ((raw - enrolled.CohortMean) / enrolled.CohortDeviation + (raw - probe.CohortMean) / probe.CohortDeviation);
    }
}
