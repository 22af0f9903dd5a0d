using VoiceMed.Speech.Activity;

namespace VoiceMed.Speech.Tests.Activity;

/// <summary>A stream made of speech and pauses, and what a segmenter made of it.</summary>
internal sealed class SegmentedStream
{
    private readonly List<short> samples = [];

    /// <summary>Where each piece of speech lies, in seconds.</summary>
    public List<(double Start, double End)> Truth { get; } = [];

    public List<Utterance> Utterances { get; } = [];

    /// <summary>Stream positions at which each utterance was reported, in seconds.</summary>
    public List<double> Reported { get; } = [];

    public List<SegmenterEvent> Events { get; } = [];

    public SegmentedStream Pause(double seconds)
    {
        samples.AddRange(new short[(int)(seconds * 16_000)]);
        return this;
    }

    public SegmentedStream Speak(short[] speech)
    {
        var start = samples.Count / 16_000.0;
        samples.AddRange(speech);
        Truth.Add((start, samples.Count / 16_000.0));
        return this;
    }

    public short[] ToArray() => [.. samples];

    public void Run(UtteranceSegmenter segmenter, short[]? sound = null)
    {
        sound ??= ToArray();
        for (var i = 0; i + 320 <= sound.Length; i += 320)
        {
            Collect(segmenter, segmenter.Accept(sound.AsSpan(i, 320)));
        }

        Collect(segmenter, segmenter.Flush());
    }

    private void Collect(UtteranceSegmenter segmenter, SegmenterEvent happened)
    {
        if (happened != SegmenterEvent.None)
        {
            Events.Add(happened);
        }

        if (happened == SegmenterEvent.UtteranceEnded)
        {
            Utterances.Add(segmenter.Utterance!);
            Reported.Add(segmenter.Position.TotalSeconds);
        }
    }
}
