using VoiceMed.LedgerClient.Access;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>Who sent a request, proven by the token's signature.</summary>
/// <param name="Account">The account whose key signed.</param>
/// <param name="Access">On whose behalf and why, as the ledger audits it.</param>
/// <param name="MayAct">
/// False while the one on whose behalf is suspended or revoked. The ledger's law refuses and audits such a one itself where a patient's
/// record is asked for; <see cref="CallerRules.ThatMayAct"/> does elsewhere.
/// </param>
internal sealed record Caller(RestAccount Account, AccessContext Access, bool MayAct);
