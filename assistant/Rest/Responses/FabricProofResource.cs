using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Clinical;

namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>
/// The blocks records stand in, by their headers. A block holds other patients' records too, so its content stays here; a member of the
/// channel fetches the block of that number from the own peer and compares.
/// </summary>
/// <param name="Scheme">Always <c>fabric-endorsement</c>.</param>
/// <param name="Blocks">The blocks, oldest first.</param>
internal sealed record FabricProofResource(string Scheme, IReadOnlyList<FabricBlockResource> Blocks)
{
    /// <summary>Shows a proof.</summary>
    public static FabricProofResource Of(FabricProof proof) => new(
        proof.Scheme, [.. proof.Blocks.OrderBy(static block => block.Key).Select(static block => FabricBlockResource.Of(block.Value))]);
}

/// <summary>A block's header; hashes in lower-case hexadecimal.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Header">SHA-256 of the header: what the next block names as its previous one.</param>
/// <param name="Previous">The previous block's header hash.</param>
/// <param name="Data">SHA-256 of the transactions.</param>
internal sealed record FabricBlockResource(ulong Number, string Header, string Previous, string Data)
{
    /// <summary>Shows a block.</summary>
    public static FabricBlockResource Of(FabricBlock block) => new(
        block.Number, Convert.ToHexStringLower(block.HeaderHash.Span), Convert.ToHexStringLower(block.PreviousHash.Span),
        Convert.ToHexStringLower(block.DataHash.Span));
}
