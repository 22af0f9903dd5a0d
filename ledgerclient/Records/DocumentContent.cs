using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.LedgerClient.Records;

/// <summary>An opened document. Held in memory only as long as it is shown.</summary>
/// <param name="Info">What the ledger knows of it.</param>
/// <param name="Bytes">The content, checked against the commitment on the chain.</param>
public sealed record DocumentContent(DocumentInfo Info, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>What proves <see cref="Info"/>, with the commitment in it; null where the engine has none.</summary>
    public LedgerProof? Proof { get; init; }

    /// <summary>The key of <see cref="DocumentInfo.Commitment"/>: HMAC-SHA-256 of <see cref="Bytes"/> under it gives the commitment. Empty where the engine has none.</summary>
    public ReadOnlyMemory<byte> CommitmentKey { get; init; }

    /// <summary>The stable code of the rule that permitted the access; null where the engine does not say.</summary>
    public string? Rule { get; init; }
}
