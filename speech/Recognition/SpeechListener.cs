using VoiceMed.Speech.Activity;

namespace VoiceMed.Speech.Recognition;

/// <summary>
/// The path from frames to transcripts: cuts a stream into utterances and recognises each while it is spoken, so that the
/// words are there when the endpoint is. Not thread-safe.
/// </summary>
/// <param name="segmenter">Cuts the stream. Its endpoint silence may be changed while running.</param>
/// <param name="recognizer">Hears the utterances; it stays the caller's.</param>
public sealed class SpeechListener(UtteranceSegmenter segmenter, IUtteranceRecognizer recognizer)
{

    /// <summary>Cuts the stream.</summary>
    public UtteranceSegmenter Segmenter { get; } = segmenter;

    /// <summary>What the utterance that ended last said; <see langword="null"/> before the first.</summary>
    public Transcript? Transcript { get; private set; }

    /// <summary>What the utterance in progress sounds like so far: for display only. Empty between utterances.</summary>
    public string PartialText => Segmenter.IsSpeaking ? recognizer.PartialText : "";

    /// <summary>Feeds the next frame.</summary>
    /// <param name="frame"><see cref="UtteranceSegmenter.FrameLength"/> samples, 16 kHz mono.</param>
    /// <returns>
    /// What it did. After <see cref="SegmenterEvent.UtteranceEnded"/> the transcript is in <see cref="Transcript"/> and the
    /// sound in <see cref="UtteranceSegmenter.Utterance"/>.
    /// </returns>
    public SegmenterEvent Accept(ReadOnlySpan<short> frame)
    {
        var wasSpeaking = Segmenter.IsSpeaking;
        var happened = Segmenter.Accept(frame);
        if (happened == SegmenterEvent.SpeechStarted)
        {
            recognizer.Accept(Segmenter.Pending);
        }
        else if (wasSpeaking)
        {
            recognizer.Accept(frame);
        }

        Conclude(happened);
        return happened;
    }

    /// <summary>Ends the stream; an utterance in progress ends with it.</summary>
    public SegmenterEvent Flush()
    {
        var happened = Segmenter.Flush();
        Conclude(happened);
        return happened;
    }

    private void Conclude(SegmenterEvent happened)
    {
        if (happened == SegmenterEvent.UtteranceEnded)
        {
            Transcript = recognizer.Finish();
        }
        else if (happened == SegmenterEvent.SpeechDiscarded)
        {
            recognizer.Reset();
        }
    }
}
