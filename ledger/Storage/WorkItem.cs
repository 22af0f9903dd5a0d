namespace VoiceMed.Ledger.Storage;

/// <summary>One step in the writer's queue.</summary>
internal abstract class WorkItem
{
    /// <summary>Does the step inside the group's transaction.</summary>
    public abstract void Run(LedgerTransaction transaction);

    /// <summary>Tells who waits that it is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells who waits that nothing of it was written.</summary>
    public abstract void Fail(Exception error);
}

/// <inheritdoc/>
internal sealed class WorkItem<T>(Func<LedgerTransaction, T> work) : WorkItem
{
    // Continuations must not run on the writer's thread, or one slow caller would hold up everybody's appends.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override void Run(LedgerTransaction transaction) => _result = work(transaction);

    public override void Complete() => _done.TrySetResult(_result!);

    public override void Fail(Exception error) => _done.TrySetException(error);
}
