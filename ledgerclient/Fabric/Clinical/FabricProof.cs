using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>The blocks the records of an answer stand in, with the orderers' signatures and the organisations' endorsements.</summary>
/// <param name="Blocks">The blocks, by number; each record names its block in <see cref="Identifiers.EntryReference.Index"/>.</param>
public sealed record FabricProof(IReadOnlyDictionary<long, FabricBlock> Blocks) : LedgerProof
{
    /// <summary>The scheme's stable name.</summary>
    public const string SchemeName = "fabric-endorsement";

    /// <inheritdoc/>
    public override string Scheme => SchemeName;
}
