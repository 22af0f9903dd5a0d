namespace VoiceMed.LedgerClient.Identifiers;

/// <summary>Where an entry stands in the ledger: enough to find it again and to ask for its proof.</summary>
/// <param name="Chain">The chain's name, for example <c>patient/patient-1</c>; a channel and block on other engines.</param>
/// <param name="Index">The entry's place in its chain, counted from zero.</param>
/// <param name="Hash">The entry's SHA-256, 64 lower-case hexadecimal digits.</param>
public sealed record EntryReference(string Chain, long Index, string Hash);
