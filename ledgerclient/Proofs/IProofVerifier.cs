using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Proofs;

/// <summary>Checks answers on the client's side, with keys the client holds itself. Implementations are thread-safe.</summary>
public interface IProofVerifier
{
    /// <summary>
    /// Checks that each record stands in the ledger as shown. It needs no connection to the ledger.
    /// </summary>
    /// <param name="answer">An answer as it arrived.</param>
    /// <returns>Not verified when the proof is missing, is of another scheme, or does not hold.</returns>
    ProofVerdict Verify<T>(LedgerAnswer<T> answer)
        where T : LedgerRecord;
}
