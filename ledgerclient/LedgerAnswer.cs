using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.LedgerClient;

/// <summary>What the ledger answers: the records, and what proves them.</summary>
/// <typeparam name="T">The record kind.</typeparam>
/// <param name="Items">The records, newest first unless the operation says otherwise. Empty means none exist: never an error.</param>
/// <param name="Proof">The proof, or null where the operation has none.</param>
/// <param name="Total">How many records there are beyond paging; equals the count of <paramref name="Items"/> without paging.</param>
/// <param name="Rule">The stable code of the rule that permitted the access, for example <c>consent.permit:c-12</c>.</param>
public sealed record LedgerAnswer<T>(IReadOnlyList<T> Items, LedgerProof? Proof, int Total, string Rule)
{
    /// <summary>
    /// How many records match but may not be shown to the asker; 0 when the answer is whole. That there is more is said,
    /// so that nobody takes a withheld record for a missing one.
    /// </summary>
    public int Withheld { get; init; }

    /// <summary>The stable code of the rule that withheld them, or null when the answer is whole.</summary>
    public string? WithheldRule { get; init; }
}
