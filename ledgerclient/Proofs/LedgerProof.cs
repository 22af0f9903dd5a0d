namespace VoiceMed.LedgerClient.Proofs;

/// <summary>
/// What lets a client check an answer without trusting who gave it: Merkle paths to a signed checkpoint on the embedded ledger,
/// block and endorsements on Fabric. Each engine has its own kind.
/// </summary>
public abstract record LedgerProof
{
    /// <summary>The scheme's stable name, for example <c>rfc6962-checkpoint</c> or <c>fabric-endorsement</c>.</summary>
    public abstract string Scheme { get; }
}
