namespace VoiceMed.Auth.Scoring;

/// <summary>What in an utterance speaks against one living person at the microphone. Each is a hint, none is proof.</summary>
[Flags]
public enum SpoofSigns
{
    /// <summary>Nothing suspicious.</summary>
    None = 0,

    /// <summary>Parts of the utterance fit the doctor and other parts do not.</summary>
    SecondVoice = 1,

    /// <summary>The same sound was heard before.</summary>
    Replay = 2,

    /// <summary>The sound has the band limits or the noise floor of a loudspeaker or a call.</summary>
    Channel = 4,
}
