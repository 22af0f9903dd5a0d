using System.Numerics.Tensors;

namespace VoiceMed.Auth.Augmentation;

/// <summary>Adds noise to speech at a stated signal-to-noise ratio. Thread-safe.</summary>
public static class NoiseMixer
{
    /// <summary>Adds noise in place, repeating it when it is shorter than the speech.</summary>
    /// <param name="speech">The speech, overwritten.</param>
    /// <param name="noise">The noise, any level above silence.</param>
    /// <param name="decibels">Wanted ratio of mean powers, speech over noise, in dB.</param>
    public static void Add(Span<double> speech, ReadOnlySpan<double> noise, double decibels)
    {
        var noisePower = noise.IsEmpty ? 0 : TensorPrimitives.SumOfSquares(noise) / noise.Length;
        if (speech.IsEmpty || noisePower <= 0)
        {
            return;
        }

        var speechPower = TensorPrimitives.SumOfSquares<double>(speech) / speech.Length;
        var gain = Math.Sqrt(speechPower / noisePower / Math.Pow(10, decibels / 10));
        for (var i = 0; i < speech.Length; i++)
        {
            speech[i] += gain * noise[i % noise.Length];
        }
    }

    /// <summary>Babble: several voices at equal power, each from a random place on.</summary>
    /// <param name="voices">The voices, none empty.</param>
    /// <param name="length">Samples wanted.</param>
    /// <param name="random">Decides where each voice starts.</param>
    public static double[] Babble(IReadOnlyList<short[]> voices, int length, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(voices);
        ArgumentNullException.ThrowIfNull(random);
        var babble = new double[length];
        foreach (var voice in voices)
        {
            var power = voice.Sum(s => (double)s * s) / voice.Length;
            var gain = power > 0 ? 1 / Math.Sqrt(power) : 0;
            var start = random.Next(voice.Length);
            for (var i = 0; i < length; i++)
            {
                babble[i] += gain * voice[(start + i) % voice.Length];
            }
        }

        return babble;
    }

    /// <summary>Noise with the long-term spectrum slope of a room: white noise through a one-pole low-pass at about 500 Hz.</summary>
    public static double[] Room(int length, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var noise = new double[length];
        var last = 0.0;
        for (var i = 0; i < length; i++)
        {
            last = 0.82 * last + random.NextNormal();
            noise[i] = last;
        }

        return noise;
    }
}
