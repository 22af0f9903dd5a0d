namespace VoiceMed.Auth.Challenge;

/// <summary>What came of a challenge.</summary>
public enum ChallengeOutcome
{
    /// <summary>Right digits in the right voice, in time, never heard before.</summary>
    Passed,

    /// <summary>The digits are not the ones asked for.</summary>
    WrongDigits,

    /// <summary>The voice is not the doctor's, or not the doctor's alone.</summary>
    WrongVoice,

    /// <summary>The same sound was heard before.</summary>
    Replay,

    /// <summary>The time limit has passed.</summary>
    TooLate,

    /// <summary>The challenge was answered before.</summary>
    AlreadyAnswered,
}
