using System.Text.Json;

namespace VoiceMed.LedgerClient.Fabric.Events;

/// <summary>
/// Remembers in a file, <c>{"blockNumber":101,"transactionId":"…"}</c>, the form of the official clients. Each checkpoint is written beside the
/// file, flushed to the disk and renamed over it, so that a crash leaves the old one or the new one. One listener and one process at a time.
/// </summary>
public sealed class FileCheckpointer : ICheckpointer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string path;

    private FileCheckpointer(string path, EventCheckpoint current)
    {
        this.path = path;
        Current = current;
    }

    /// <inheritdoc/>
    public EventCheckpoint Current { get; private set; }

    /// <summary>Opens a checkpoint file; one that does not exist or is empty means nowhere yet.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <returns>The checkpointer.</returns>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static FileCheckpointer Open(string path)
    {
        var content = File.Exists(path) ? File.ReadAllBytes(path) : [];
        try
        {
            return new FileCheckpointer(path, content.Length == 0 ? default : JsonSerializer.Deserialize<EventCheckpoint>(content, Json));
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{path} is no checkpoint file: {malformed.Message}", malformed);
        }
    }

    /// <inheritdoc/>
    public ValueTask CheckpointTransactionAsync(ulong blockNumber, string transactionId, CancellationToken cancellationToken = default) =>
        WriteAsync(new EventCheckpoint(blockNumber, transactionId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask CheckpointBlockAsync(ulong blockNumber, CancellationToken cancellationToken = default) =>
        WriteAsync(new EventCheckpoint(checked(blockNumber + 1), null), cancellationToken);

    private async ValueTask WriteAsync(EventCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var beside = path + ".new";
        var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(file, checkpoint, Json, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
        Current = checkpoint;
    }
}
