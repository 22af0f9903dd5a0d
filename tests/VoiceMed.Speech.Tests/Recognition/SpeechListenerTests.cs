using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Activity;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Recognition;

public sealed class SpeechListenerTests(RecognizerFixture models) : IClassFixture<RecognizerFixture>
{
    [Fact]
    public void Accept_ConversationInNoise_TranscribesEveryTurn()
    {
        var clips = DemoClip.Of("en").Where(static clip => clip.Speaker == "carter").ToArray();
        var stream = new SegmentedStream().Pause(2.5);
        foreach (var clip in clips)
        {
            stream.Speak(clip.Speech).Pause(1);
        }

        var clean = stream.ToArray();
        var sound = Noise.Mix(clean, Noise.Pink(clean.Length, seed: 11), decibels: 15);
        using var recognizer = new PhraseRecognizer(models.English, DemoClip.Phrases("en"));
        var listener = new SpeechListener(new UtteranceSegmenter(), recognizer);
        var heard = new List<string>();
        for (var i = 0; i + 320 <= sound.Length; i += 320)
        {
            if (listener.Accept(sound.AsSpan(i, 320)) == SegmenterEvent.UtteranceEnded)
            {
                heard.Add(listener.Transcript!.Text);
            }
        }

        Assert.Equal(clips.Select(static clip => clip.Text), heard);
    }

    [Fact]
    public void Accept_DiscardedNoise_LeavesNothingForTheNextUtterance()
    {
        using var recognizer = new PhraseRecognizer(models.English, DemoClip.Phrases("en"));
        var listener = new SpeechListener(new UtteranceSegmenter(), recognizer);
        var clip = DemoClip.Named("en/carter/03-open.wav");
        var sound = new SegmentedStream().Pause(0.5).Speak([.. Enumerable.Repeat((short)9_000, 1_000)]).Pause(2).Speak(clip.Speech).ToArray();
        for (var i = 0; i + 320 <= sound.Length; i += 320)
        {
            listener.Accept(sound.AsSpan(i, 320));
        }

        Assert.Equal(SegmenterEvent.UtteranceEnded, listener.Flush());
        Assert.Equal(clip.Text, listener.Transcript!.Text);
        Assert.Equal("", listener.PartialText);
    }
}
