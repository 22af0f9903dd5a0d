namespace VoiceMed.LedgerClient.Proofs;

/// <summary>
/// The embedded ledger's proof: record → entry → patient chain → signed checkpoint of the channel, by RFC 6962 audit paths.
/// </summary>
/// <param name="Checkpoint">The signed checkpoint everything leads to.</param>
/// <param name="Chains">The heads of the chains the records stand in, each once.</param>
/// <param name="Entries">One proof a record, in the order of the answer's items.</param>
public sealed record CheckpointProof(
    SignedCheckpoint Checkpoint, IReadOnlyList<ChainProof> Chains, IReadOnlyList<EntryProof> Entries) : LedgerProof
{
    /// <summary>The name of this kind of proof.</summary>
    public const string SchemeName = "rfc6962-checkpoint";

    /// <inheritdoc/>
    public override string Scheme => SchemeName;
}
