using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Tests.Features;

public sealed class FastFourierTransformTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(512)]
    public void Transform_AnySignal_EqualsTheDefinition(int length)
    {
        var random = new SeededRandom(3);
        var signal = Enumerable.Range(0, length).Select(_ => (float)random.NextNormal()).ToArray();
        var (real, imaginary) = (signal.ToArray(), new float[length]);

        new FastFourierTransform(length).Transform(real, imaginary);

        for (var k = 0; k < length; k++)
        {
            var (expectedReal, expectedImaginary) = (0.0, 0.0);
            for (var n = 0; n < length; n++)
            {
                expectedReal += signal[n] * Math.Cos(2 * Math.PI * k * n / length);
                expectedImaginary -= signal[n] * Math.Sin(2 * Math.PI * k * n / length);
            }

            Assert.Equal(expectedReal, real[k], 1e-2);
            Assert.Equal(expectedImaginary, imaginary[k], 1e-2);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public void Create_LengthNotAPowerOfTwo_Throws(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FastFourierTransform(length));
}
