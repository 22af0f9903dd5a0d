using FsCheck;
using FsCheck.Fluent;
using VoiceMed.LedgerClient.Merkle;
using Xunit;

namespace VoiceMed.Ledger.Tests.Proofs;

public class MerkleTreeTests
{
    // Test vectors of RFC 6962 implementations (Certificate Transparency's reference tests): roots of the first n leaves.
    private static readonly string[] Leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Root_CertificateTransparencyVectors_AreMet()
    {
        var tree = Tree([.. Leaves.Select(leaf => MerkleHash.Leaf(Convert.FromHexString(leaf)))]);

        for (var size = 1; size <= Leaves.Length; size++)
        {
            Assert.Equal(Roots[size - 1], Convert.ToHexStringLower(tree.Root(size)));
        }
    }

    [Fact]
    public void InclusionPath_EveryLeafOfEverySize_LeadsToTheRootAndNoOtherLeafDoes()
    {
        var leaves = Enumerable.Range(0, 70).Select(static i => MerkleHash.Leaf([(byte)i])).ToArray();
        var tree = Tree(leaves);

        for (var size = 1; size <= leaves.Length; size++)
        {
            var root = tree.Root(size);
            for (var index = 0; index < size; index++)
            {
                var path = tree.InclusionPath(index, size);
                Assert.True(MerkleProof.Includes(leaves[index], index, size, path, root));
                Assert.False(MerkleProof.Includes(MerkleHash.Leaf("other"u8), index, size, path, root));
                Assert.False(MerkleProof.Includes(leaves[index], (index + 1) % (size + 1), size, path, root) && size > 1);
            }
        }
    }

    [Fact]
    public void ConsistencyPath_EveryPairOfSizes_ProvesTheExtensionAndNotAnother()
    {
        var leaves = Enumerable.Range(0, 40).Select(static i => MerkleHash.Leaf([(byte)i])).ToArray();
        var tree = Tree(leaves);
        var forked = (byte[][])leaves.Clone();
        forked[3] = MerkleHash.Leaf("forked"u8);
        var fork = Tree(forked);

        for (var size = 1; size <= leaves.Length; size++)
        {
            for (var earlier = 1; earlier <= size; earlier++)
            {
                Assert.True(MerkleProof.Extends(earlier, tree.Root(earlier), size, tree.Root(size), tree.ConsistencyPath(earlier, size)));
                if (size > 3)
                {
                    Assert.False(MerkleProof.Extends(earlier, tree.Root(earlier), size, fork.Root(size), fork.ConsistencyPath(earlier, size)) && earlier > 3);
                }
            }
        }
    }

    [Fact]
    public void Extends_AnyChangedHashOfThePath_IsRefused() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(2, 200).SelectMany(size => Gen.Choose(1, size - 1).SelectMany(earlier => Gen.Choose(0, 1000).Select(pick => (size, earlier, pick)))).ToArbitrary(),
        static sample =>
        {
            var tree = Tree([.. Enumerable.Range(0, sample.size).Select(static i => MerkleHash.Leaf(BitConverter.GetBytes(i)))]);
            var path = tree.ConsistencyPath(sample.earlier, sample.size).Select(static hash => (byte[])hash.Clone()).ToList();
            if (path.Count == 0)
            {
                return true;
            }

            path[sample.pick % path.Count][sample.pick % 32] ^= 1;
            return !MerkleProof.Extends(sample.earlier, tree.Root(sample.earlier), sample.size, tree.Root(sample.size), path);
        }));

    private static MerkleTree Tree(byte[][] leaves) => new((level, index) => Subtree(leaves, index << level, 1 << level));

    private static byte[] Subtree(byte[][] leaves, long start, int size) => size == 1
        ? leaves[start]
        : MerkleHash.Node(Subtree(leaves, start, size / 2), Subtree(leaves, start + (size / 2), size / 2));
}
