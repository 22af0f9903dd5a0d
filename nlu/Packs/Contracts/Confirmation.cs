namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>Whether the assistant makes sure before it acts.</summary>
public enum Confirmation
{
    /// <summary>It acts.</summary>
    None,

    /// <summary>It acts and says back what it understood.</summary>
    Implicit,

    /// <summary>It asks and waits for an answer that is more than one short word.</summary>
    Explicit,
}
