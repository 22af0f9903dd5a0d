using VoiceMed.LedgerClient.Fabric.Errors;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>What became of a transaction. Immutable.</summary>
/// <param name="TransactionId">The transaction.</param>
/// <param name="Code">What the peers found.</param>
/// <param name="BlockNumber">The block it stands in.</param>
public sealed record CommitStatus(string TransactionId, TransactionValidationCode Code, ulong BlockNumber)
{
    /// <summary>True when the transaction took effect.</summary>
    public bool IsSuccessful => Code == TransactionValidationCode.Valid;

    /// <summary>Turns an invalid transaction into an exception.</summary>
    /// <exception cref="CommitException">The transaction did not take effect.</exception>
    public void ThrowUnlessSuccessful()
    {
        if (!IsSuccessful) throw new CommitException(TransactionId, Code, BlockNumber);
    }
}
