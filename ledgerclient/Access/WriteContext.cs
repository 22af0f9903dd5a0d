using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Access;

/// <summary>Who writes, and how a second delivery of the same fact is recognised.</summary>
/// <param name="Hospital">The hospital whose manager's key signs the entry.</param>
/// <param name="IdempotencyKey">
/// The source's own key for this fact. A second append with the same key and the same content returns the first receipt;
/// with other content it is rejected.
/// </param>
/// <param name="Supersedes">The entry this one corrects, or null. Nothing is ever edited.</param>
public sealed record WriteContext(HospitalId Hospital, string IdempotencyKey, EntryReference? Supersedes = null);
