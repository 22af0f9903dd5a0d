namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>One doctor at the microphone. Not thread-safe. Nothing is stored before <see cref="Complete"/> succeeds.</summary>
public interface IVoiceEnrolment
{
    /// <summary>What is to be read aloud, in the language the enrolment was begun in.</summary>
    IReadOnlyList<string> Prompts { get; }

    /// <summary>Takes one phrase and says at once what is wrong with it.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <param name="language">The language to say it in.</param>
    /// <param name="prompt">Which of <see cref="Prompts"/> was read, from 0; null when that is not known and the words are not compared.</param>
    PhraseReport Add(short[] samples, string language, int? prompt = null);

    /// <summary>Ends the enrolment and stores the voiceprint, or says what is missing; then more phrases may follow.</summary>
    EnrolmentReport Complete(EnrolmentForm form, string language);
}
