using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Governance;

/// <summary>A key that signs entries.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Hospital">Whose it is; null for the council's and the machine's.</param>
/// <param name="PublicKey">DER SubjectPublicKeyInfo.</param>
/// <param name="Revoked">True when nothing may be signed with it any more; what it signed before stays good.</param>
public sealed record WriterKey(string Name, HospitalId? Hospital, byte[] PublicKey, bool Revoked);
