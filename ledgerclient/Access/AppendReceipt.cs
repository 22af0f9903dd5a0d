using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Access;

/// <summary>The ledger's word that an entry is durable.</summary>
/// <param name="Entry">Where it stands.</param>
/// <param name="Duplicate">True when the same fact had been delivered before and nothing was written now.</param>
public sealed record AppendReceipt(EntryReference Entry, bool Duplicate);
