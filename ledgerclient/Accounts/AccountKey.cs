namespace VoiceMed.LedgerClient.Accounts;

/// <summary>A public key of an account.</summary>
/// <param name="PublicKey">DER SubjectPublicKeyInfo.</param>
/// <param name="Revoked">True once it may sign nothing more. It stays known, so that its holder is told so instead of being a stranger.</param>
public sealed record AccountKey(byte[] PublicKey, bool Revoked);
