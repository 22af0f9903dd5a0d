using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>An account, or a key of the channel itself, and the key that a token names.</summary>
/// <param name="Id">The account; for a key of the channel, its owner: <c>council</c>, or the hospital.</param>
/// <param name="Key">What the token names, <c>account/key</c>, for example <c>smirnova/rest</c> or <c>council/member-1</c>.</param>
/// <param name="PublicKey">The key, DER SubjectPublicKeyInfo.</param>
/// <param name="Revoked">True once the key, or the whole account, may sign nothing more.</param>
/// <param name="Suspended">True while the account may do nothing.</param>
/// <param name="Role">The account's role.</param>
/// <param name="Hospital">The hospital that answers for it; <c>council</c> for a member of the council.</param>
/// <param name="Name">The name as people say it.</param>
internal sealed record RestAccount(
    DoctorId Id, string Key, byte[] PublicKey, bool Revoked, bool Suspended, string Role, HospitalId Hospital, string Name);
