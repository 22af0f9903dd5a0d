using VoiceMed.Auth.Augmentation;

namespace VoiceMed.Auth.Tests.Support;

internal static class Noise
{
    public static short[] White(int samples, double amplitude, ulong seed = 1)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, samples).Select(_ => (short)Math.Clamp(amplitude * random.NextNormal(), short.MinValue, short.MaxValue))];
    }
}
