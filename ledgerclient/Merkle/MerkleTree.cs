using System.Numerics;

namespace VoiceMed.LedgerClient.Merkle;

/// <summary>
/// Roots and proofs of an append-only RFC 6962 Merkle tree whose complete subtrees are kept somewhere. Any earlier size of
/// the tree can be proven too, at the cost of O(log n) look-ups. Thread-safe as far as the look-up is.
/// </summary>
/// <param name="node">
/// Gives the hash of the complete subtree at a level (0 for leaves) and position from the left. It is asked only for subtrees
/// that lie wholly inside the size at hand.
/// </param>
public sealed class MerkleTree(Func<int, long, byte[]> node)
{
    /// <summary>The root over the first <paramref name="size"/> leaves (RFC 6962, 2.1).</summary>
    public byte[] Root(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? MerkleHash.Empty() : Range(0, size);
    }

    /// <summary>The audit path of leaf <paramref name="index"/> in the tree of <paramref name="size"/> leaves (RFC 6962, 2.1.1), from the leaf upwards.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The leaf is not in the tree.</exception>
    public IReadOnlyList<byte[]> InclusionPath(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<byte[]>();
        AddInclusion(path, index, 0, size);
        return path;
    }

    /// <summary>The proof that the tree of <paramref name="size"/> leaves begins with the tree of <paramref name="earlier"/> leaves (RFC 6962, 2.1.2).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="earlier"/> is not between 0 and <paramref name="size"/>.</exception>
    public IReadOnlyList<byte[]> ConsistencyPath(long earlier, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, size);
        var path = new List<byte[]>();
        if (earlier > 0 && earlier < size)
        {
            AddConsistency(path, earlier, 0, size, known: true);
        }

        return path;
    }

    /// <summary>The largest power of two smaller than <paramref name="size"/>, which must be 2 or more: where RFC 6962 splits a tree.</summary>
    internal static long Split(long size) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(size - 1)));

    private byte[] Range(long start, long size)
    {
        if (BitOperations.IsPow2(size))
        {
            var level = BitOperations.TrailingZeroCount(size);
            return node(level, start >> level);
        }

        var left = Split(size);
        return MerkleHash.Node(Range(start, left), Range(start + left, size - left));
    }

    private void AddInclusion(List<byte[]> path, long index, long start, long size)
    {
        if (size == 1)
        {
            return;
        }

        var left = Split(size);
        if (index < left)
        {
            AddInclusion(path, index, start, left);
            path.Add(Range(start + left, size - left));
        }
        else
        {
            AddInclusion(path, index - left, start + left, size - left);
            path.Add(Range(start, left));
        }
    }

    private void AddConsistency(List<byte[]> path, long earlier, long start, long size, bool known)
    {
        if (earlier == size)
        {
            if (!known)
            {
                path.Add(Range(start, size));
            }

            return;
        }

        var left = Split(size);
        if (earlier <= left)
        {
            AddConsistency(path, earlier, start, left, known);
            path.Add(Range(start + left, size - left));
        }
        else
        {
            AddConsistency(path, earlier - left, start + left, size - left, known: false);
            path.Add(Range(start, left));
        }
    }
}
