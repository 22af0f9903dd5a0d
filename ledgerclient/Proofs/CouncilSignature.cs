namespace VoiceMed.LedgerClient.Proofs;

/// <summary>One council member's signature.</summary>
/// <param name="Key">The member's key, for example <c>council-1</c>.</param>
/// <param name="Algorithm">The algorithm, <c>ecdsa-p256-sha256</c>.</param>
/// <param name="Value">The signature: r and s, 32 bytes each (IEEE P1363).</param>
public sealed record CouncilSignature(string Key, string Algorithm, byte[] Value);
