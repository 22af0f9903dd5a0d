using System.Numerics;

namespace VoiceMed.LedgerClient.Merkle;

/// <summary>Checks Merkle proofs without the tree (RFC 9162, 2.1.3.2 and 2.1.4.2, which fit RFC 6962 trees). Thread-safe.</summary>
public static class MerkleProof
{
    /// <summary>The root that an inclusion path leads to, or null when the path cannot belong to such a tree.</summary>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="index">The leaf's place, from 0.</param>
    /// <param name="size">The tree's number of leaves.</param>
    /// <param name="path">The audit path, from the leaf upwards.</param>
    public static byte[]? RootOf(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= size || leaf.Length != MerkleHash.Size)
        {
            return null;
        }

        var (position, last, root) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0 || sibling is not { Length: MerkleHash.Size })
            {
                return null;
            }

            if ((position & 1) == 1 || position == last)
            {
                root = MerkleHash.Node(sibling, root);
                while ((position & 1) == 0 && position != 0)
                {
                    position >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                root = MerkleHash.Node(root, sibling);
            }

            position >>= 1;
            last >>= 1;
        }

        return last == 0 ? root : null;
    }

    /// <summary>True when the path proves that <paramref name="leaf"/> stands at <paramref name="index"/> under <paramref name="root"/>.</summary>
    public static bool Includes(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root) =>
        RootOf(leaf, index, size, path) is { } found && root.SequenceEqual(found);

    /// <summary>True when the path proves that the tree of <paramref name="size"/> leaves begins with the tree of <paramref name="earlier"/> leaves.</summary>
    /// <param name="earlier">The earlier size; 0 is the beginning of every tree.</param>
    /// <param name="earlierRoot">The earlier root.</param>
    /// <param name="size">The later size.</param>
    /// <param name="root">The later root.</param>
    /// <param name="path">The consistency path.</param>
    public static bool Extends(long earlier, byte[] earlierRoot, long size, byte[] root, IReadOnlyList<byte[]> path)
    {
        ArgumentNullException.ThrowIfNull(earlierRoot);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(path);
        if (earlier < 0 || earlier > size || path.Any(static hash => hash is not { Length: MerkleHash.Size }))
        {
            return false;
        }

        if (earlier == size)
        {
            return path.Count == 0 && earlierRoot.AsSpan().SequenceEqual(root);
        }

        if (earlier == 0)
        {
            return path.Count == 0 && earlierRoot.AsSpan().SequenceEqual(MerkleHash.Empty());
        }

        return ExtendsInside(earlier, earlierRoot, size, root, path);
    }

    private static bool ExtendsInside(long earlier, byte[] earlierRoot, long size, byte[] root, IReadOnlyList<byte[]> path)
    {
        var hashes = new Queue<byte[]>(path);
        if (BitOperations.IsPow2(earlier))
        {
            hashes = new Queue<byte[]>([earlierRoot, .. path]);
        }

        if (hashes.Count == 0)
        {
            return false;
        }

        var (position, last) = (earlier - 1, size - 1);
        while ((position & 1) == 1)
        {
            position >>= 1;
            last >>= 1;
        }

        var old = hashes.Dequeue();
        var now = old;
        while (hashes.TryDequeue(out var hash))
        {
            if (last == 0)
            {
                return false;
            }

            if ((position & 1) == 1 || position == last)
            {
                old = MerkleHash.Node(hash, old);
                now = MerkleHash.Node(hash, now);
                while ((position & 1) == 0 && position != 0)
                {
                    position >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                now = MerkleHash.Node(now, hash);
            }

            position >>= 1;
            last >>= 1;
        }

        return last == 0 && earlierRoot.AsSpan().SequenceEqual(old) && root.AsSpan().SequenceEqual(now);
    }
}
