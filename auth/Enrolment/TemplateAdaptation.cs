using System.Numerics.Tensors;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Auth.Enrolment;

/// <summary>
/// Lets a template follow a slowly changing voice, only on strong evidence: a second factor in the session, high trust, a clear and long
/// utterance. The enrolled template is kept beside the adapted one, so that everything can be taken back, and adaptation ends after a
/// few utterances, so that a template can never drift away. Thread-safe.
/// </summary>
public static class TemplateAdaptation
{
    /// <summary>Utterances after which the doctor has to be enrolled again to change the template further.</summary>
    public const int MostAdaptations = 6;

    private const float Share = 0.05f;
    private const double LeastProbability = 0.99;
    private const double LeastLogLikelihoodRatio = 3;
    private const double LeastVoicedSeconds = 2;

    /// <summary>Takes an utterance into a template when the evidence is strong enough.</summary>
    /// <param name="model">The speaker model.</param>
    /// <param name="voiceprint">The doctor's voiceprint.</param>
    /// <param name="samples">The utterance, 16 kHz mono.</param>
    /// <param name="evidence">What it says about its speaker.</param>
    /// <param name="trust">The session afterwards.</param>
    /// <returns>The voiceprint to save with the reason "adapted"; <see langword="null"/> when nothing may change.</returns>
    public static Voiceprint? Adapt(
        SpeakerModel model, Voiceprint voiceprint, short[] samples, SpeakerEvidence evidence, TrustSnapshot trust)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(voiceprint);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(trust);
        var strong = voiceprint.Adaptations < MostAdaptations
            && voiceprint.Template.ModelId == model.Id
            && trust.Doctor == voiceprint.Doctor && trust.Probability >= LeastProbability && trust.Factors.Count > 0
            && evidence.Doctor == voiceprint.Doctor && evidence.LogLikelihoodRatio >= LeastLogLikelihoodRatio
            && evidence.VoicedSeconds >= LeastVoicedSeconds && evidence.SpoofSigns == SpoofSigns.None;
        if (!strong)
        {
            return null;
        }

        var heard = TemplateBuilder.Build(model, [samples]);
        var adapted = voiceprint.Template with
        {
            Vectors = [.. voiceprint.Template.Vectors.Select(old => heard.Vectors.FirstOrDefault(v => v.System == old.System) is { } fresh ? Blend(old, fresh) : old)],
        };
        return voiceprint with { Adapted = adapted, Adaptations = voiceprint.Adaptations + 1 };
    }

    /// <summary>Scores are linear in the vector, so mean and deviation of the cohort's scores move with it.</summary>
    private static SpeakerVector Blend(SpeakerVector old, SpeakerVector heard)
    {
        var values = new float[old.Values.Length];
        TensorPrimitives.Lerp<float>(old.Values, heard.Values, Share, values);
        return old with
        {
            Values = values,
            CohortMean = double.Lerp(old.CohortMean, heard.CohortMean, Share),
            CohortDeviation = double.Lerp(old.CohortDeviation, heard.CohortDeviation, Share),
        };
    }
}
