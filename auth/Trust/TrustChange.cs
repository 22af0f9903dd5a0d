namespace VoiceMed.Auth.Trust;

/// <summary>What an utterance did to a session.</summary>
public enum TrustChange
{
    /// <summary>The session goes on, surer or less sure.</summary>
    Continued,

    /// <summary>There was no session and a doctor's voice opened one.</summary>
    Opened,

    /// <summary>Another enrolled doctor spoke: the former session is closed and theirs is opened, with nothing inherited.</summary>
    HandedOver,

    /// <summary>Trust fell so far that the session is closed.</summary>
    Lost,

    /// <summary>Nobody enrolled was recognised and there was no session.</summary>
    Stranger,
}
