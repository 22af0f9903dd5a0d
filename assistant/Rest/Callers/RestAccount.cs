using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>A ledger account as the REST interface needs it.</summary>
/// <param name="Id">The account.</param>
/// <param name="PublicKey">The key that signs its tokens, DER SubjectPublicKeyInfo.</param>
/// <param name="Revoked">True once the key may sign nothing more.</param>
/// <param name="Role">The role it was registered in.</param>
/// <param name="Hospital">The hospital it belongs to; null for none.</param>
public sealed record RestAccount(string Id, byte[] PublicKey, bool Revoked, string Role, HospitalId? Hospital);
