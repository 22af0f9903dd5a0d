namespace VoiceMed.Auth.Training;

/// <summary>The conditions a background voice is heard under while training.</summary>
public enum BackgroundCopy
{
    /// <summary>As recorded.</summary>
    Clean,

    /// <summary>Nothing above 4 kHz.</summary>
    Telephone,

    /// <summary>Another microphone, other voices talking at 12 to 22 dB.</summary>
    MicrophoneAndBabble,

    /// <summary>Another microphone, room noise at 10 to 25 dB.</summary>
    MicrophoneAndNoise,
}
