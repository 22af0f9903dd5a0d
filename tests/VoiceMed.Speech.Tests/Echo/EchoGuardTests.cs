using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Echo;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Echo;

public sealed class EchoGuardTests
{
    [Theory]
    [InlineData(-3, 40)]
    [InlineData(-10, 140)]
    [InlineData(-20, 300)]
    public void Accept_OurOwnVoiceInARoom_IsNotTakenForTheUser(double echoDb, int delayMilliseconds)
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var scene = new EchoScene(seed, echoDb, delayMilliseconds);

            var (heard, guard) = Listen(scene, scene.Microphone(userDb: null), guarded: true);

            Assert.DoesNotContain(heard, static start => start > EchoScene.PlayedFrom);
            Assert.InRange(guard.Delay!.Value.TotalMilliseconds, delayMilliseconds - 20, delayMilliseconds + 20);
        }
    }

    [Fact]
    public void Accept_WithoutGuard_OurOwnVoiceIsTakenForTheUser()
    {
        var scene = new EchoScene(seed: 0, echoDb: -10, delayMilliseconds: 140);

        Assert.Contains(Listen(scene, scene.Microphone(userDb: null), guarded: false).Starts, static start => start > EchoScene.PlayedFrom);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(0)]
    public void Accept_UserSpeaksOverUs_IsHeardWithinThreeTenthsOfASecondAsARule(double userDb)
    {
        var delays = new List<double>();
        for (var seed = 0; seed < 12; seed++)
        {
            var scene = new EchoScene(seed, echoDb: -10, delayMilliseconds: 140);
            var starts = Listen(scene, scene.Microphone(userDb), guarded: true).Starts;
            Assert.DoesNotContain(starts, start => start > EchoScene.PlayedFrom && start < scene.UserFrom - 0.02);
            delays.Add(starts.First(start => start >= scene.UserFrom - 0.02) - scene.UserFrom);
        }

        delays.Sort();
        Assert.True(delays[delays.Count / 2] < 0.2, $"median {delays[delays.Count / 2]:0.00} s");
        Assert.True(delays[delays.Count * 3 / 4] < 0.3, $"third quartile {delays[delays.Count * 3 / 4]:0.00} s");
    }

    // The browser takes our voice out, or it sounds in a headset: then a quiet user may interrupt as well.
    [Fact]
    public void Accept_NoEchoReachesTheMicrophone_QuietUserIsHeard()
    {
        var delays = new List<double>();
        for (var seed = 0; seed < 8; seed++)
        {
            var scene = new EchoScene(seed, echoDb: -50, delayMilliseconds: 140, backgroundDb: 10);
            var starts = Listen(scene, scene.Microphone(userDb: 30), guarded: true).Starts;
            delays.Add(starts.First(start => start >= scene.UserFrom - 0.02) - scene.UserFrom);
        }

        delays.Sort();
        Assert.True(delays[^1] < 0.8, $"slowest {delays[^1]:0.00} s");
        Assert.True(delays[delays.Count * 3 / 4] < 0.3, $"third quartile {delays[delays.Count * 3 / 4]:0.00} s");
    }

    [Fact]
    public void Stop_Playing_EndsTheEchoAfterTheLongestDelay()
    {
        var guard = new EchoGuard();
        var segmenter = new UtteranceSegmenter(options: null, guard);
        guard.Play(new AudioClip(DemoClip.Named("en/carter/enrol-1.wav").Samples, 16_000));
        segmenter.Accept(new short[320]);
        Assert.True(guard.IsActive);

        guard.Stop();
        for (var i = 0; i < 80; i++)
        {
            segmenter.Accept(new short[320]);
        }

        Assert.False(guard.IsActive);
    }

    private static (List<double> Starts, EchoGuard Guard) Listen(EchoScene scene, short[] microphone, bool guarded)
    {
        var guard = new EchoGuard();
        var segmenter = new UtteranceSegmenter(options: null, guarded ? guard : null);
        var starts = new List<double>();
        for (var i = 0; i + 320 <= microphone.Length; i += 320)
        {
            if (i == (int)(EchoScene.PlayedFrom * 16_000))
            {
                guard.Play(scene.Played);
            }

            if (segmenter.Accept(microphone.AsSpan(i, 320)) == SegmenterEvent.SpeechStarted)
            {
                starts.Add(segmenter.Position.TotalSeconds);
            }
        }

        return (starts, guard);
    }
}
