using VoiceMed.LedgerClient.Access;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>Who sent a request, proven by the token's signature.</summary>
/// <param name="Account">The account whose key signed.</param>
/// <param name="Access">On whose behalf and why, as the ledger audits it.</param>
internal sealed record Caller(RestAccount Account, AccessContext Access);
