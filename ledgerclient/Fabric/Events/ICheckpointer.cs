namespace VoiceMed.LedgerClient.Fabric.Events;

/// <summary>Remembers how far a listener has come, so that a restart neither misses an event nor repeats one.</summary>
public interface ICheckpointer
{
    /// <summary>How far the listener has come.</summary>
    EventCheckpoint Current { get; }

    /// <summary>Remembers that everything up to and including one transaction is done. Durable when it returns, if the checkpointer is.</summary>
    /// <param name="blockNumber">The block.</param>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask CheckpointTransactionAsync(ulong blockNumber, string transactionId, CancellationToken cancellationToken = default);

    /// <summary>Remembers that a whole block is done.</summary>
    /// <param name="blockNumber">The block; listening is taken up again at the next one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask CheckpointBlockAsync(ulong blockNumber, CancellationToken cancellationToken = default);
}
