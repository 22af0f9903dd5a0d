using System.Collections.Concurrent;

namespace VoiceMed.LedgerClient.Fabric.Blocks;

/// <summary>
/// Fetches the blocks transactions stand in, through the peer's query chaincode <c>qscc</c>. Blocks never change, so each is fetched once.
/// Thread-safe.
/// </summary>
internal sealed class BlockReader(Network network)
{
    private const int MostKept = 2048;

    private readonly Contract query = network.GetContract("qscc");
    private readonly ConcurrentDictionary<string, FabricBlock> byTransaction = new();

    /// <summary>The block a transaction stands in.</summary>
    /// <exception cref="Errors.GatewayException">The peer does not know it or cannot be reached.</exception>
    /// <exception cref="FormatException">The peer answered with something else.</exception>
    public async ValueTask<FabricBlock> GetByTransactionAsync(string transactionId, CancellationToken cancellationToken)
    {
        if (byTransaction.TryGetValue(transactionId, out var kept)) return kept;
        var bytes = await query
            .EvaluateWithRetryAsync("GetBlockByTxID", ProposalOptions.WithArguments(network.Name, transactionId), null, cancellationToken)
            .ConfigureAwait(false);
        var block = FabricBlock.Parse(bytes.Span);
        if (byTransaction.Count >= MostKept) byTransaction.Clear();
        byTransaction[transactionId] = block;
        return block;
    }
}
