namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>One doctor at the microphone. Not thread-safe. Nothing is stored before <see cref="Complete"/> succeeds.</summary>
public interface IVoiceEnrolment
{
    /// <summary>Takes one phrase and says at once what is wrong with it.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <param name="language">The language to say it in.</param>
    PhraseReport Add(short[] samples, string language);

    /// <summary>Ends the enrolment and stores the voiceprint, or says what is missing; then more phrases may follow.</summary>
    EnrolmentReport Complete(EnrolmentForm form, string language);
}
