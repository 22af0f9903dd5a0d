namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>How an answer leaves the assistant.</summary>
public enum Presentation
{
    /// <summary>Shown and spoken.</summary>
    Both,

    /// <summary>Shown only.</summary>
    Screen,

    /// <summary>Spoken only.</summary>
    Speak,
}
