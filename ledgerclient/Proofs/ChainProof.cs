using System.Buffers.Binary;
using System.Text;
using VoiceMed.LedgerClient.Merkle;

namespace VoiceMed.LedgerClient.Proofs;

/// <summary>That a chain had this head at the checkpoint: the middle of a proof.</summary>
/// <param name="Chain">The chain's name.</param>
/// <param name="Size">How many entries the chain had.</param>
/// <param name="Root">The root of the Merkle tree over those entries.</param>
/// <param name="Leaf">The head's place in the channel's tree, from 0.</param>
/// <param name="Path">The audit path from the head to the checkpoint's root.</param>
public sealed record ChainProof(string Chain, long Size, byte[] Root, long Leaf, IReadOnlyList<byte[]> Path)
{
    /// <summary>
    /// The head's bytes, the leaf of the channel's tree: version 1, the length of the chain's name (2 bytes), the name, the size
    /// (8 bytes), the root; integers big-endian.
    /// </summary>
    public static byte[] HeadBytes(string chain, long size, ReadOnlySpan<byte> root)
    {
        ArgumentException.ThrowIfNullOrEmpty(chain);
        var name = Encoding.UTF8.GetBytes(chain);
        var bytes = new byte[1 + 2 + name.Length + 8 + MerkleHash.Size];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), checked((ushort)name.Length));
        name.CopyTo(bytes, 3);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(3 + name.Length), size);
        root.CopyTo(bytes.AsSpan(11 + name.Length));
        return bytes;
    }
}
