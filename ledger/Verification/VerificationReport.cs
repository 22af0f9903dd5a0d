namespace VoiceMed.Ledger.Verification;

/// <summary>The outcome of checking a ledger.</summary>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="Chains">How many chains they stand in.</param>
/// <param name="Checkpoints">How many signed checkpoints were checked.</param>
/// <param name="Erased">How many patients' contents cannot be read any more because their keys were destroyed by rule.</param>
/// <param name="Problems">What does not hold, the first bad entry first; at most a hundred. Empty when all is well.</param>
/// <param name="FileChecked">True when every byte of the file was checked too; false while another process writes to it.</param>
public sealed record VerificationReport(
    long Entries, int Chains, int Checkpoints, int Erased, IReadOnlyList<VerificationProblem> Problems, bool FileChecked)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsGood => Problems.Count == 0;
}
