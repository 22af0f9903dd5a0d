namespace VoiceMed.Auth.Policy;

/// <summary>Why a decision was taken; stable names for logs and interfaces.</summary>
public enum ReasonCode
{
    /// <summary>Everything the policy asks for is there.</summary>
    Granted,

    /// <summary>The screen waits after failures.</summary>
    LockedOut,

    /// <summary>Nobody enrolled was recognised.</summary>
    UnknownSpeaker,

    /// <summary>The doctor's role may not have it.</summary>
    Role,

    /// <summary>The utterance itself does not sound like the session's doctor.</summary>
    OtherVoice,

    /// <summary>A second voice was heard in the utterance.</summary>
    SecondVoice,

    /// <summary>The same sound was heard before.</summary>
    Replay,

    /// <summary>The utterance is too short to tell who spoke.</summary>
    TooShort,

    /// <summary>Trust is not high enough.</summary>
    TrustTooLow,

    /// <summary>A second factor is needed, or has become too old.</summary>
    FactorNeeded,
}
