using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Tests.Support;

namespace VoiceMed.Speech.Tests.Echo;

/// <summary>A room in which a loudspeaker talks, its echo dying away by 60 dB in 0.4 s, and somebody may talk over it.</summary>
internal sealed class EchoScene
{
    /// <summary>When our voice starts, in seconds: the background is known by then.</summary>
    public const double PlayedFrom = 4;

    private const int Rate = 16_000;

    private readonly double[] echo;
    private readonly short[] user;
    private readonly double[] background;

    public EchoScene(int seed, double echoDb, int delayMilliseconds, double backgroundDb = -30)
    {
        var random = new Random(seed);
        var speakers = DemoClip.All.Where(static clip => clip.File.Contains("enrol", StringComparison.Ordinal)).GroupBy(static clip => clip.Speaker).ToArray();
        var speaker = speakers[random.Next(speakers.Length)];
        Played = new AudioClip([.. speaker.OrderBy(_ => random.Next()).Take(4).SelectMany(static clip => clip.Samples)], Rate);
        var others = DemoClip.All.Where(clip => clip.Speaker != speaker.Key).ToArray();
        user = others[random.Next(others.Length)].Speech;
        UserFrom = PlayedFrom + 3 + (random.NextDouble() * 3);
        var length = (int)((PlayedFrom + 5) * Rate) + Played.Samples.Length;
        echo = Reverberate(random, length, (int)(PlayedFrom * Rate) + (delayMilliseconds * Rate / 1_000), Math.Pow(10, echoDb / 20));
        var level = EchoLevel * Math.Pow(10, backgroundDb / 20);
        background = [.. Noise.Pink(length, seed).Select(value => value * level)];
    }

    public double UserFrom { get; }

    public AudioClip Played { get; }

    private double EchoLevel => Noise.SpeechLevel([.. echo.Select(static value => (short)Math.Clamp(value, short.MinValue, short.MaxValue))]);

    /// <param name="userDb">The user's level over the echo's, in dB; <see langword="null"/> when the user is silent.</param>
    public short[] Microphone(double? userDb)
    {
        var gain = userDb is { } decibels ? EchoLevel / Noise.SpeechLevel(user) * Math.Pow(10, decibels / 20) : 0;
        var start = (int)(UserFrom * Rate);
        return [.. echo.Select((value, i) =>
        {
            var own = i >= start && i - start < user.Length ? user[i - start] * gain : 0;
            return (short)Math.Clamp(value + own + background[i], short.MinValue, short.MaxValue);
        })];
    }

    private double[] Reverberate(Random random, int length, int start, double gain)
    {
        var heard = new double[length];
        var paths = Enumerable.Range(0, 40)
            .Select(_ => random.Next(6_400))
            .Select(delay => (Delay: delay, Gain: 0.5 * Math.Pow(10, -3.0 * delay / 6_400) * ((random.Next(2) * 2) - 1)))
            .Prepend((Delay: 0, Gain: 1.0));
        foreach (var (delay, strength) in paths)
        {
            for (var i = 0; i < Played.Samples.Length && start + delay + i < length; i++)
            {
                heard[start + delay + i] += gain * strength * Played.Samples[i];
            }
        }

        // A small loudspeaker swallows the highest tones.
        for (var i = 1; i < length; i++)
        {
            heard[i] = (0.6 * heard[i]) + (0.4 * heard[i - 1]);
        }

        return heard;
    }
}
