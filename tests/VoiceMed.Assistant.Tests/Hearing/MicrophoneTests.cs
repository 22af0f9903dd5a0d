using System.Runtime.InteropServices;
using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Recognition;
using Xunit;

namespace VoiceMed.Assistant.Tests.Hearing;

[Collection(SharedDemoHouse.Name)]
public class MicrophoneTests(DemoHouse house) : IMicrophoneListener
{
    private int _starts;

    [Fact]
    public async Task Accept_CutInMidSentence_HearsNothingOfItsRestAndAllOfTheNext()
    {
        var clip = (await AudioLoader.LoadAsync(DemoHouse.Clip("ru/smirnova/01-visits.wav"), default)).Samples;
        using var recognizer = house.Host.Recognizers.Create("ru");
        var microphone = new Microphone(
            new SpeechListener(new UtteranceSegmenter(), recognizer), this, new EndpointPolicy(static _ => Completeness.Unknown), TimeProvider.System);
        var ended = new List<HeardUtterance>();
        void Hear(ReadOnlySpan<short> samples) => microphone.Accept(MemoryMarshal.AsBytes(samples), ended);

        Hear(new short[16_000]);
        Hear(clip.AsSpan(0, clip.Length / 2));
        microphone.Forget();
        Hear(clip.AsSpan(clip.Length / 2));
        Hear(new short[16_000]);
        Assert.Empty(ended);
        Assert.Equal(1, _starts);

        Hear(clip);
        Hear(new short[16_000]);
        Assert.Contains("последние посещения", Assert.Single(ended).Transcript.Text, StringComparison.Ordinal);
    }

    void IMicrophoneListener.OnSpeechStarted() => _starts++;

    void IMicrophoneListener.OnPartialText(string text)
    {
    }
}
