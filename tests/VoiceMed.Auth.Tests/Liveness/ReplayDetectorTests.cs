using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Liveness;

public sealed class ReplayDetectorTests
{
    [Fact]
    public async Task HeardBefore_PlayedThroughAnotherMicrophoneInNoise_IsRecognised()
    {
        var samples = await DemoWard.ClipAsync("ru/smirnova/01-visits.wav");
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var replays = new ReplayDetector();
            Assert.False(replays.HeardBefore(samples));
            var random = new SeededRandom(seed);
            var signal = PcmConversion.ToDoubles(samples.AsSpan(1234));
            MicrophoneSimulator.Apply(signal, random);
            NoiseMixer.Add(signal, NoiseMixer.Room(signal.Length, random), 20);

            Assert.True(replays.HeardBefore(PcmConversion.ToSamples(signal)), $"microphone {seed}");
        }
    }

    [Fact]
    public async Task HeardBefore_AllDemoClips_NoneIsTakenForAnother()
    {
        var replays = new ReplayDetector();
        foreach (var (language, doctor) in DemoWard.Doctors)
        {
            foreach (var clip in DemoWard.Commands(language, doctor))
            {
                Assert.False(replays.HeardBefore(await DemoWard.ClipAsync(clip)), clip);
            }

            for (var i = 1; i <= 8; i++)
            {
                Assert.False(replays.HeardBefore(await DemoWard.ClipAsync($"{language}/{doctor}/enrol-{i}.wav")), $"{doctor} {i}");
            }
        }
    }

    [Fact]
    public void HeardBefore_SilenceOrTooShort_IsNeverAReplay()
    {
        var replays = new ReplayDetector();
        foreach (var samples in (short[][])[[], new short[500], new short[8000]])
        {
            Assert.False(replays.HeardBefore(samples));
            Assert.False(replays.HeardBefore(samples));
        }
    }

    [Fact]
    public void FromBytes_OfToBytes_IsTheSameFingerprint()
    {
        var fingerprint = AudioFingerprint.Compute(Noise.White(32000, 1000));

        Assert.Equal(0, AudioFingerprint.FromBytes(fingerprint.ToBytes()).Distance(fingerprint));
        Assert.Throws<ArgumentException>(() => AudioFingerprint.FromBytes([1, 2, 3]));
    }
}
