namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>The doctors' voiceprints as the admin sees them: no template ever leaves it. Thread-safe.</summary>
public interface IVoiceprintDesk
{
    /// <summary>The enrolled doctors by name.</summary>
    IReadOnlyList<EnrolledDoctor> List();

    /// <summary>Removes a doctor's voiceprint everywhere.</summary>
    /// <returns>False when there is none.</returns>
    bool Remove(string doctor);

    /// <summary>Takes a doctor's voice out of use, or gives it back; its record stays.</summary>
    /// <returns>False when there is none.</returns>
    bool Suspend(string doctor, bool suspended);

    /// <summary>Begins an enrolment at the microphone.</summary>
    /// <param name="language">The language of what is to be read, <c>ru</c> or <c>en</c>.</param>
    IVoiceEnrolment Begin(string language);
}
