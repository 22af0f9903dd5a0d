using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// Lets the stored templates follow their doctors' voices: one clear utterance a session at most, under
/// <see cref="TemplateAdaptation"/>'s rules. What it did can be taken back with <c>voicemed doctors revert</c>. Thread-safe.
/// </summary>
/// <param name="model">The speaker model.</param>
/// <param name="store">Where the voiceprints lie.</param>
/// <param name="changed">Runs after a template has changed.</param>
public sealed class TemplateKeeper(SpeakerModel model, VoiceprintStore store, Action changed)
{
    /// <summary>Takes an utterance into its doctor's template, when the evidence is strong enough.</summary>
    /// <param name="samples">The utterance, 16 kHz mono.</param>
    /// <param name="evidence">What it says about its speaker.</param>
    /// <param name="trust">The session right after it.</param>
    /// <returns>How many utterances the template has taken in now; null when nothing was changed.</returns>
    /// <exception cref="VoiceprintStoreException">The store cannot be opened or written; nothing has changed.</exception>
    public int? Follow(short[] samples, SpeakerEvidence evidence, TrustSnapshot trust)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Doctor is not { } doctor || store.Change(doctor, Adapt, "adapted") is not { } adapted)
        {
            return null;
        }

        changed();
        return adapted.Adaptations;

        Voiceprint? Adapt(Voiceprint voiceprint) =>
            voiceprint.SuspendedAt is null ? TemplateAdaptation.Adapt(model, voiceprint, samples, evidence, trust) : null;
    }
}
