using System.Numerics;

namespace VoiceMed.Ledger.Storage;

/// <summary>
/// Where the nodes of a chain's Merkle tree lie: in the order in which they come into being (post-order, as in a Merkle
/// mountain range), so that an append writes at the end of its chain and nowhere else.
/// </summary>
internal static class MerklePosition
{
    /// <summary>The position of leaf <paramref name="index"/>: two nodes a leaf before it, less one for every open subtree.</summary>
    public static long OfLeaf(long index) => (2 * index) - BitOperations.PopCount((ulong)index);

    /// <summary>The position of the complete subtree at <paramref name="level"/>, <paramref name="index"/>: so many after its last leaf.</summary>
    public static long OfNode(int level, long index) => OfLeaf(((index + 1) << level) - 1) + level;

    /// <summary>How many nodes the tree of <paramref name="leaves"/> leaves has.</summary>
    public static long NodesOf(long leaves) => OfLeaf(leaves);

    /// <summary>How many leaves the tree of <paramref name="nodes"/> nodes has.</summary>
    public static long LeavesOf(long nodes)
    {
        var leaves = nodes / 2;
        while (NodesOf(leaves) < nodes)
        {
            leaves++;
        }

        return leaves;
    }
}
