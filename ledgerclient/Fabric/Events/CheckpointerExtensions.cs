namespace VoiceMed.LedgerClient.Fabric.Events;

/// <summary>Shorthand for checkpointers.</summary>
public static class CheckpointerExtensions
{
    /// <summary>Remembers that an event is done.</summary>
    /// <param name="checkpointer">The checkpointer.</param>
    /// <param name="done">The event.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends when it is remembered.</returns>
    public static ValueTask CheckpointAsync(this ICheckpointer checkpointer, ChaincodeEvent done, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpointer);
        ArgumentNullException.ThrowIfNull(done);
        return checkpointer.CheckpointTransactionAsync(done.BlockNumber, done.TransactionId, cancellationToken);
    }
}
