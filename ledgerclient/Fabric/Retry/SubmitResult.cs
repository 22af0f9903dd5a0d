namespace VoiceMed.LedgerClient.Fabric.Retry;

/// <summary>A transaction that took effect.</summary>
/// <param name="Result">What the function returned.</param>
/// <param name="Status">Where it stands.</param>
public sealed record SubmitResult(ReadOnlyMemory<byte> Result, CommitStatus Status);
