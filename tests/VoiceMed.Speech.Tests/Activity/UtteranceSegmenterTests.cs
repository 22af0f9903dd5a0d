using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Activity;

public sealed class UtteranceSegmenterTests
{
    [Theory]
    [InlineData(60, false)]
    [InlineData(20, true)]
    [InlineData(10, true)]
    [InlineData(10, false)]
    public void Accept_ClipsWithPauses_GivesEachClipAsOneUtterance(double noiseDb, bool pink)
    {
        var stream = new SegmentedStream().Pause(3);
        foreach (var (clip, i) in DemoClip.All.Where(static (_, i) => i % 3 == 0).Select(static (clip, i) => (clip, i)))
        {
            stream.Speak(clip.Speech).Pause(0.8 + (i % 4 * 0.3));
        }

        var clean = stream.ToArray();
        stream.Run(new UtteranceSegmenter(), Noise.Mix(clean, pink ? Noise.Pink(clean.Length, seed: 1) : Noise.White(clean.Length, seed: 1), noiseDb));

        Assert.Equal(stream.Truth.Count, stream.Utterances.Count);
        Assert.All(stream.Truth.Zip(stream.Utterances), static pair =>
        {
            var ((start, end), utterance) = pair;
            Assert.InRange(utterance.Start.TotalSeconds, start - 1, start + 0.02);
            Assert.InRange(utterance.End.TotalSeconds, end - 0.05, end + 0.5);
            Assert.Equal((utterance.End - utterance.Start).TotalSeconds * 16_000, utterance.Samples.Length, tolerance: 1);
        });
        Assert.All(stream.Truth.Zip(stream.Reported), static pair => Assert.InRange(pair.Second - pair.First.End, 0.2, 0.5));
    }

    [Fact]
    public void Accept_UtteranceSamples_AreThoseOfTheStream()
    {
        var stream = new SegmentedStream().Pause(1).Speak(DemoClip.Named("en/carter/03-open.wav").Speech).Pause(1);
        var sound = stream.ToArray();

        stream.Run(new UtteranceSegmenter());

        var utterance = Assert.Single(stream.Utterances);
        var first = (int)Math.Round(utterance.Start.TotalSeconds * 16_000);
        Assert.Equal(sound.AsSpan(first, utterance.Samples.Length), utterance.Samples.Span);
        Assert.True(utterance.Start.TotalSeconds <= 1 - 0.25, "the pre-roll is missing");
    }

    [Fact]
    public void Accept_SpeechFromTheFirstSampleOn_LosesNothing()
    {
        var stream = new SegmentedStream().Speak(DemoClip.Named("ru/smirnova/03-open.wav").Speech).Pause(1);

        stream.Run(new UtteranceSegmenter());

        Assert.Equal(TimeSpan.Zero, Assert.Single(stream.Utterances).Start);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.001)]
    [InlineData(0.05)]
    public void Accept_OneMinuteOfNoiseOrSilence_GivesNoUtterance(double level)
    {
        var sound = Noise.White(60 * 16_000, seed: 3).Select(value => (short)(value * level * 32_767)).ToArray();
        var stream = new SegmentedStream();

        stream.Run(new UtteranceSegmenter(), sound);

        Assert.Empty(stream.Utterances);
        Assert.Equal(stream.Events.Count(static e => e == SegmenterEvent.SpeechStarted), stream.Events.Count(static e => e == SegmenterEvent.SpeechDiscarded));
    }

    [Fact]
    public void Accept_BackgroundThatGetsLouder_IsLearnt()
    {
        var speech = DemoClip.Named("en/bennett/02-documents.wav").Speech;
        var stream = new SegmentedStream().Pause(12).Speak(speech).Pause(2);
        var sound = stream.ToArray();
        var noise = Noise.Pink(sound.Length, seed: 9);
        for (var i = 4 * 16_000; i < sound.Length; i++)
        {
            sound[i] = (short)Math.Clamp((sound[i] * 0.5) + (noise[i] * 400), short.MinValue, short.MaxValue);
        }

        stream.Run(new UtteranceSegmenter(), sound);

        var utterance = Assert.Single(stream.Utterances);
        Assert.InRange(utterance.Start.TotalSeconds, 11, 12.02);
    }

    [Fact]
    public void Accept_Click_IsDiscardedOrNotNoticed()
    {
        var sound = new short[5 * 16_000];
        sound.AsSpan(40_000, 160).Fill(20_000);
        var stream = new SegmentedStream();

        stream.Run(new UtteranceSegmenter(), sound);

        Assert.Empty(stream.Utterances);
    }

    [Fact]
    public void EndpointSilence_ShortenedWhileSpeaking_EndsTheUtteranceSooner()
    {
        var sound = new SegmentedStream().Pause(1).Speak(DemoClip.Named("en/carter/11-yes.wav").Speech).Pause(2).ToArray();
        var (patient, quick) = (new UtteranceSegmenter(), new UtteranceSegmenter());
        var (patientEnd, quickEnd) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i + 320 <= sound.Length; i += 320)
        {
            var frame = sound.AsSpan(i, 320);
            patientEnd = patient.Accept(frame) == SegmenterEvent.UtteranceEnded ? patient.Position : patientEnd;
            var happened = quick.Accept(frame);
            quickEnd = happened == SegmenterEvent.UtteranceEnded ? quick.Position : quickEnd;
            if (happened == SegmenterEvent.SpeechStarted)
            {
                quick.EndpointSilence = TimeSpan.FromMilliseconds(300);
            }
        }

        Assert.Equal(TimeSpan.FromMilliseconds(100), patientEnd - quickEnd);
    }

    [Fact]
    public void Accept_SpeechWithoutEnd_IsCutAtTheLongestAndNothingIsLost()
    {
        var speech = DemoClip.Of("en").Take(12).SelectMany(static clip => clip.Speech).ToArray();
        var stream = new SegmentedStream().Pause(1).Speak(speech).Pause(1);

        stream.Run(new UtteranceSegmenter(new UtteranceSegmenterOptions { MaxUtterance = TimeSpan.FromSeconds(4) }));

        Assert.True(stream.Utterances.Count >= 5);
        Assert.All(stream.Utterances.SkipLast(1), static utterance => Assert.Equal(UtteranceEnd.MaxLength, utterance.Ending));
        Assert.All(stream.Utterances.Zip(stream.Utterances.Skip(1)), static pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public void Flush_WhileSpeaking_GivesTheUtterance()
    {
        var stream = new SegmentedStream().Pause(0.5).Speak(DemoClip.Named("en/carter/03-open.wav").Speech);

        stream.Run(new UtteranceSegmenter());

        Assert.Equal(UtteranceEnd.EndOfStream, Assert.Single(stream.Utterances).Ending);
    }

    [Fact]
    public void Accept_FramesOfSilenceAndSpeech_AllocatesNothing()
    {
        var sound = new SegmentedStream().Pause(1).Speak(DemoClip.Named("ru/smirnova/01-visits.wav").Speech).ToArray();
        UtteranceSegmenter segmenter = null!;

        // A collection in between may count what is left of the thread's memory as allocated, so the least of several counts.
        var allocated = Enumerable.Range(0, 5).Select(_ => AllocatedBy(segmenter = new UtteranceSegmenter())).Min();

        Assert.Equal(0, allocated);
        Assert.True(segmenter.IsSpeaking);

        long AllocatedBy(UtteranceSegmenter one)
        {
            one.Accept(sound.AsSpan(0, 320));
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 320; i + 320 <= sound.Length; i += 320)
            {
                one.Accept(sound.AsSpan(i, 320));
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(319)]
    [InlineData(321)]
    public void Accept_FrameOfAnotherLength_IsRefused(int length) =>
        Assert.Throws<ArgumentException>(() => new UtteranceSegmenter().Accept(new short[length]));
}
