namespace VoiceMed.LedgerClient.Proofs;

/// <summary>Where a verifier asks for the proof that one checkpoint continues another. It need not be trusted. Thread-safe.</summary>
public interface IConsistencySource
{
    /// <summary>The RFC 6962 consistency path between two sizes of the channel's tree.</summary>
    /// <param name="earlier">The smaller size, 1 or more.</param>
    /// <param name="size">The larger size.</param>
    /// <returns>The path, or null when the source has no such checkpoint.</returns>
    IReadOnlyList<byte[]>? ConsistencyPath(long earlier, long size);
}
