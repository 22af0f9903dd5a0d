namespace VoiceMed.LedgerClient.Fabric.Events;

/// <summary>Remembers for as long as the program runs. One listener at a time.</summary>
public sealed class InMemoryCheckpointer : ICheckpointer
{
    /// <inheritdoc/>
    public EventCheckpoint Current { get; private set; }

    /// <inheritdoc/>
    public ValueTask CheckpointTransactionAsync(ulong blockNumber, string transactionId, CancellationToken cancellationToken = default)
    {
        Current = new EventCheckpoint(blockNumber, transactionId);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CheckpointBlockAsync(ulong blockNumber, CancellationToken cancellationToken = default)
    {
        Current = new EventCheckpoint(checked(blockNumber + 1), null);
        return ValueTask.CompletedTask;
    }
}
