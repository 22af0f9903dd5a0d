namespace VoiceMed.Auth.Enrolment;

/// <summary>Why a phrase or a whole enrolment is not good enough; each has a sentence that says what to do (<see cref="EnrolmentTexts"/>).</summary>
public enum EnrolmentProblem
{
    /// <summary>No voice, or too little of it.</summary>
    TooShort,

    /// <summary>The voice is too quiet.</summary>
    TooQuiet,

    /// <summary>The sound is overdriven.</summary>
    Clipped,

    /// <summary>The surroundings are too loud.</summary>
    TooNoisy,

    /// <summary>A second voice is heard in the phrase.</summary>
    SecondVoice,

    /// <summary>The phrase does not sound like the other phrases.</summary>
    Inconsistent,

    /// <summary>The very same recording was given before.</summary>
    Repeated,

    /// <summary>Other words were heard than the phrase that was to be read.</summary>
    OtherWords,

    /// <summary>Fewer good phrases than needed.</summary>
    TooFewPhrases,

    /// <summary>Less speech in all than needed.</summary>
    TooLittleSpeech,

    /// <summary>The voice is enrolled already under another name.</summary>
    EnrolledAsOther,
}
