namespace VoiceMed.LedgerClient.Proofs;

/// <summary>The outcome of checking a proof.</summary>
/// <param name="Verified">True when every record of the answer was traced to a trusted signature.</param>
/// <param name="Detail">What was checked, or what did not hold, in one English sentence without patient data.</param>
public sealed record ProofVerdict(bool Verified, string Detail);
