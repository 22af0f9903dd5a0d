using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Access;

/// <summary>A record with the entry it was read from.</summary>
internal sealed record Found<T>(StoredEntry Entry, T Record)
    where T : LedgerRecord;
