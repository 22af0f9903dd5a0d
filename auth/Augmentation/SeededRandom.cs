namespace VoiceMed.Auth.Augmentation;

/// <summary>
/// A small random number generator whose sequence is fixed by its seed on every machine and runtime (SplitMix64: Steele, Lea and
/// Flood, 2014), so that training and evaluation repeat to the bit. Never for secrets. Not thread-safe.
/// </summary>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for one named thing, so that adding another thing does not shift this one's sequence.</summary>
    /// <param name="seed">Seed of the whole run.</param>
    /// <param name="name">What the numbers are for.</param>
    public static SeededRandom For(ulong seed, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = seed ^ 14695981039346656037UL; // FNV-1a
        foreach (var c in name)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return new SeededRandom(hash);
    }

    /// <summary>The next number, uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next number, uniform in [low, high).</summary>
    public double Between(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>The next whole number, uniform in [0, <paramref name="exclusiveMaximum"/>).</summary>
    public int Next(int exclusiveMaximum) => (int)(NextDouble() * exclusiveMaximum);

    /// <summary>The next number of a standard normal distribution (Box and Muller, 1958).</summary>
    public double NextNormal() =>
        Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    private ulong NextUInt64()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
