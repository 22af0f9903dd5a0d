namespace VoiceMed.Nlu.Classification;

/// <summary>
/// A small random generator whose sequence never changes between framework versions (SplitMix64, Steele, Lea and Flood 2014),
/// so that training gives the same model everywhere. Not thread-safe; not for secrets.
/// </summary>
internal sealed class DeterministicRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 (inclusive) to <paramref name="limit"/> (exclusive).</summary>
    public int Next(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>0 (inclusive) to 1 (exclusive).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
