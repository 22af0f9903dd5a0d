using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Auth.Tests.Voiceprints;

public sealed class OrthogonalTransformTests
{
    [Fact]
    public void Undo_OfApply_IsTheVectorAndDotProductsSurvive()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<PositiveInt>(),
            ArbMap.Default.ArbFor<byte[]>().Filter(b => b is { Length: > 0 }),
            (size, seed) =>
            {
                var length = size.Get * 8;
                var transform = new OrthogonalTransform(Key(seed), length);
                var (a, b) = (Vector(length, 1), Vector(length, 2));
                var (ra, rb) = (transform.Apply(a), transform.Apply(b));
                return TensorPrimitives.Distance<float>(transform.Undo(ra), a) < 1e-3
                    && Math.Abs(TensorPrimitives.Dot<float>(ra, rb) - TensorPrimitives.Dot<float>(a, b)) < 1e-2 * length;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Apply_TwoKeys_TemplatesOfOnePersonCannotBeLinked()
    {
        var vector = Vector(5120, 1);
        var first = new OrthogonalTransform(Key([1]), vector.Length).Apply(vector);
        var second = new OrthogonalTransform(Key([2]), vector.Length).Apply(vector);

        Assert.InRange(TensorPrimitives.CosineSimilarity<float>(first, second), -0.06, 0.06);
        Assert.InRange(TensorPrimitives.CosineSimilarity<float>(first, vector), -0.06, 0.06);
    }

    private static byte[] Key(byte[] seed) => System.Security.Cryptography.SHA256.HashData(seed);

    private static float[] Vector(int length, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (float)random.NextNormal())];
    }
}
