using System.Globalization;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric.Blocks;

/// <summary>
/// Fetches the blocks transactions stand in, through the peer's query chaincode <c>qscc</c>. Blocks never change, so those fetched lately are
/// kept, up to a limit in bytes. Thread-safe.
/// </summary>
internal sealed class BlockReader(Network network, long mostKeptBytes = 64L * 1024 * 1024)
{
    private readonly Contract query = network.GetContract("qscc");
    private readonly Dictionary<string, FabricBlock> byTransaction = new(StringComparer.Ordinal);
    private readonly Lock keeping = new();
    private long keptBytes;

    /// <summary>The block a transaction stands in.</summary>
    /// <exception cref="Errors.GatewayException">The peer does not know it or cannot be reached.</exception>
    /// <exception cref="FormatException">The peer answered with something else.</exception>
    public async ValueTask<FabricBlock> GetByTransactionAsync(string transactionId, CancellationToken cancellationToken)
    {
        lock (keeping)
        {
            if (byTransaction.TryGetValue(transactionId, out var kept)) return kept;
        }
        var bytes = await query
            .EvaluateWithRetryAsync("GetBlockByTxID", ProposalOptions.WithArguments(network.Name, transactionId), null, cancellationToken)
            .ConfigureAwait(false);
        var block = FabricBlock.Parse(bytes.Span);
        Keep(block, bytes.Length);
        return block;
    }

    /// <summary>The block of a number.</summary>
    /// <exception cref="Errors.GatewayException">The peer does not have it or cannot be reached.</exception>
    /// <exception cref="FormatException">The peer answered with something else.</exception>
    public async ValueTask<FabricBlock> GetByNumberAsync(ulong number, CancellationToken cancellationToken)
    {
        var arguments = ProposalOptions.WithArguments(network.Name, number.ToString(CultureInfo.InvariantCulture));
        var bytes = await query.EvaluateWithRetryAsync("GetBlockByNumber", arguments, null, cancellationToken).ConfigureAwait(false);
        var block = FabricBlock.Parse(bytes.Span);
        return block.Number == number ? block : throw new FormatException($"the peer answered with block {block.Number} instead of {number}");
    }

    /// <summary>How many blocks the channel has, as the peer says.</summary>
    /// <exception cref="Errors.GatewayException">The peer cannot be reached.</exception>
    /// <exception cref="FormatException">The peer answered with something else.</exception>
    public async ValueTask<ulong> GetHeightAsync(CancellationToken cancellationToken)
    {
        var bytes = await query.EvaluateWithRetryAsync("GetChainInfo", ProposalOptions.WithArguments(network.Name), null, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return BlockchainInfo.Parser.ParseFrom(bytes.Span).Height;
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new FormatException("the peer answered with no chain information", malformed);
        }
    }

    // One block answers for all its transactions: records written together are read together.
    private void Keep(FabricBlock block, int size)
    {
        var transactions = block.TransactionIds();
        lock (keeping)
        {
            if (keptBytes + size > mostKeptBytes)
            {
                byTransaction.Clear();
                keptBytes = 0;
            }
            foreach (var transaction in transactions) byTransaction[transaction] = block;
            keptBytes += size;
        }
    }
}
