using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>The voiceprint store behind the admin's page. Thread-safe.</summary>
/// <param name="model">The speaker model.</param>
/// <param name="store">Where the voiceprints lie.</param>
/// <param name="time">Dates the voiceprints.</param>
/// <param name="changed">Runs after the voiceprints have changed, for the running conversations. May be null.</param>
/// <param name="transcribe">Says what words are in a sound in a language, or null where that language is not recognised. May be null.</param>
public sealed class VoiceprintDesk(
    SpeakerModel model, VoiceprintStore store, TimeProvider time, Action? changed = null, Func<short[], string, string?>? transcribe = null) : IVoiceprintDesk
{
    /// <inheritdoc/>
    public IReadOnlyList<EnrolledDoctor> List() =>
    [
        .. store.ReadAll()
            .Select(print => new EnrolledDoctor(
                print.Doctor, print.Name, print.Role, print.Ward, print.ConsentedOn, print.EnrolledAt, print.Template.ModelId,
                print.Template.ModelId == model.Id, print.Adaptations, print.SuspendedAt))
            .OrderBy(doctor => doctor.Name ?? doctor.Doctor, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public bool Remove(string doctor)
    {
        var removed = store.Remove(doctor);
        if (removed)
        {
            changed?.Invoke();
        }

        return removed;
    }

    /// <inheritdoc/>
    public bool Suspend(string doctor, bool suspended)
    {
        var known = store.Suspend(doctor, suspended);
        if (known)
        {
            changed?.Invoke();
        }

        return known;
    }

    /// <inheritdoc/>
    public IVoiceEnrolment Begin(string language) => new VoiceEnrolment(model, store, time, changed, transcribe, language);
}
