namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>What checking a channel's blocks found.</summary>
/// <param name="Blocks">How many blocks were checked.</param>
/// <param name="Transactions">How many transactions they hold.</param>
/// <param name="Problems">What does not hold, one sentence each, oldest block first; empty when everything holds.</param>
public sealed record FabricVerification(long Blocks, long Transactions, IReadOnlyList<string> Problems)
{
    /// <summary>True when everything holds.</summary>
    public bool IsGood => Problems.Count == 0;
}
