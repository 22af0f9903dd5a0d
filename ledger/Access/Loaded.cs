using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Access;

/// <summary>Records that match a question, in the answer's order, and how many there are beyond a limit.</summary>
internal sealed record Loaded<T>(IReadOnlyList<Found<T>> Items, long Total)
    where T : LedgerRecord
{
    /// <summary>All that match.</summary>
    public static Loaded<T> All(IReadOnlyList<Found<T>> items) => new(items, items.Count);
}
