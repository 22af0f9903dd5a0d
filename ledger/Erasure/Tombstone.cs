using NodaTime;

namespace VoiceMed.Ledger.Erasure;

/// <summary>The last entry of an erased patient's chain. It is readable without the key that goes with it, and says nothing of the patient.</summary>
/// <param name="Basis">Why the record was erased, for example <c>retention-over</c>.</param>
/// <param name="Time">When.</param>
public sealed record Tombstone(string Basis, Instant Time)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "tombstone";

    /// <summary>What all tombstones are filed under.</summary>
    public const string Label = "tombstone";
}
