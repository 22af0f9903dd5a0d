namespace VoiceMed.Ledger.Verification;

/// <summary>One thing that does not hold.</summary>
/// <param name="Where">Where: an entry (<c>patient/patient-1 #3</c>), a page of the file, a checkpoint, a table.</param>
/// <param name="What">What does not hold there, in one English sentence without personal data.</param>
public sealed record VerificationProblem(string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {What}";
}
