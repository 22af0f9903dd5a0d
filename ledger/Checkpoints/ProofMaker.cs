using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Merkle;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Checkpoints;

/// <summary>Makes the proofs of answers. It reads O(log n) nodes a record and none of the other records. Thread-safe.</summary>
internal static class ProofMaker
{
    /// <summary>True when the newest checkpoint covers all the entries.</summary>
    public static bool IsCovered(LedgerReader reader, IEnumerable<StoredEntry> entries) =>
        entries.GroupBy(static entry => entry.Header.Chain)
            .All(chain => CoveredSize(reader, chain.Key) > chain.Max(static entry => entry.Header.Index));

    /// <summary>The proof of entries, in their order.</summary>
    /// <exception cref="LedgerUnavailableException">No checkpoint covers them yet: code <c>proof.not-covered</c>.</exception>
    public static CheckpointProof Make(LedgerReader reader, IReadOnlyList<StoredEntry> entries)
    {
        var checkpoint = reader.NewestCheckpoint() ?? throw NotCovered();
        var size = Checkpoint.Parse(checkpoint.Text).Size;
        var trees = new Dictionary<string, (MerkleTree Tree, ChainProof Head)>(StringComparer.Ordinal);
        foreach (var chain in entries.Select(static entry => entry.Header.Chain).Distinct())
        {
            trees.Add(chain, Head(reader, chain, size));
        }

        var proofs = new List<EntryProof>(entries.Count);
        foreach (var entry in entries)
        {
            var (tree, head) = trees[entry.Header.Chain];
            if (entry.Header.Index >= head.Size)
            {
                throw NotCovered();
            }

            var path = tree.InclusionPath(entry.Header.Index, head.Size);
            proofs.Add(reader.IsErased(entry)
                ? new EntryProof(entry.HeaderBytes, [], [], path)
                : new EntryProof(entry.HeaderBytes, reader.Open(entry), reader.OpeningKey(entry), path));
        }

        return new CheckpointProof(checkpoint, [.. trees.Values.Select(static found => found.Head)], proofs);
    }

    private static (MerkleTree Tree, ChainProof Head) Head(LedgerReader reader, string chain, long size)
    {
        var id = reader.ChainId(chain) ?? throw NotCovered();
        var (leaf, length, root) = reader.Connection.Row(
            "SELECT leaf, size, root FROM heads WHERE chain = @a ORDER BY size DESC LIMIT 1",
            static row => (row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), id);
        if (root is null)
        {
            throw NotCovered();
        }

        // Sibling entries share most of their paths: each node is read once.
        var tree = reader.Tree(id);
        return (tree, new ChainProof(chain, length, root, leaf, reader.Tree(0).InclusionPath(leaf, size)));
    }

    /// <summary>How many entries of a chain the newest checkpoint covers.</summary>
    public static long CoveredSize(LedgerReader reader, string chain) => reader.ChainId(chain) is { } id
        ? (long?)reader.Connection.Scalar("SELECT max(size) FROM heads WHERE chain = @a", id) ?? 0
        : 0;

    private static LedgerUnavailableException NotCovered() =>
        new("proof.not-covered", "No checkpoint covers these entries yet; make one with 'voicemed ledger checkpoint'.");
}
