namespace VoiceMed.Ledger.Import;

/// <summary>What became of one resource.</summary>
public enum ImportOutcome
{
    /// <summary>It is a new record.</summary>
    Added,

    /// <summary>It was there already, as it is.</summary>
    Unchanged,

    /// <summary>It differs from what the same source said before, and supersedes that.</summary>
    Corrected,

    /// <summary>It is of a type that only serves references; nothing of it is kept.</summary>
    NotKept,

    /// <summary>It could not be taken; code and reason say why.</summary>
    Failed,
}
