namespace VoiceMed.Auth.Journal;

/// <summary>What a line of a session's journal is about.</summary>
public enum SessionEventKind
{
    /// <summary>An utterance was taken in.</summary>
    Utterance,

    /// <summary>A session was opened by a doctor's voice.</summary>
    Opened,

    /// <summary>Another enrolled doctor took over; nothing was inherited.</summary>
    HandedOver,

    /// <summary>Trust fell so far that the session was closed.</summary>
    Lost,

    /// <summary>Somebody who is not enrolled spoke while no session was open.</summary>
    Stranger,

    /// <summary>A second factor was given.</summary>
    Factor,

    /// <summary>A challenge was answered.</summary>
    Challenge,

    /// <summary>A request was decided.</summary>
    Decision,

    /// <summary>The screen stopped listening after failures.</summary>
    LockedOut,

    /// <summary>The doctor's template took in a clear utterance of the session.</summary>
    Adapted,

    /// <summary>The doctor's template was to take in an utterance and could not be written; it stays as it was.</summary>
    NotAdapted,

    /// <summary>The session was locked or ended.</summary>
    Closed,
}
