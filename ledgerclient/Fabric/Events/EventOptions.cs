namespace VoiceMed.LedgerClient.Fabric.Events;

/// <summary>Where listening starts. Without a checkpoint and a start block it starts with the next block to be committed.</summary>
public sealed record EventOptions
{
    /// <summary>First block to hear of, inclusive; null for the next one.</summary>
    public ulong? StartBlock { get; init; }

    /// <summary>The last event that was acted on; it outranks <see cref="StartBlock"/> once it names a block.</summary>
    public EventCheckpoint Checkpoint { get; init; }
}
