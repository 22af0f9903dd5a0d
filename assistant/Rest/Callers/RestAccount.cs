using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>An account and the one of its keys that a token names.</summary>
/// <param name="Id">The account.</param>
/// <param name="PublicKey">The key, DER SubjectPublicKeyInfo.</param>
/// <param name="Revoked">True once the key, or the whole account, may sign nothing more.</param>
/// <param name="Role">The account's role.</param>
/// <param name="Hospital">The hospital that answers for it.</param>
/// <param name="Name">The name as people say it.</param>
internal sealed record RestAccount(DoctorId Id, byte[] PublicKey, bool Revoked, string Role, HospitalId Hospital, string Name);
