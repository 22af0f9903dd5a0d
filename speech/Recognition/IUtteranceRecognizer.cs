namespace VoiceMed.Speech.Recognition;

/// <summary>Turns utterances into transcripts, frame by frame. Not thread-safe; one a stream.</summary>
public interface IUtteranceRecognizer : IDisposable
{
    /// <summary>
    /// What the utterance sounds like so far. For display only: it may change with every frame and must never be acted on.
    /// </summary>
    string PartialText { get; }

    /// <summary>Feeds the next samples of the utterance.</summary>
    /// <param name="samples">16 kHz mono; any length, 20 ms frames as a rule.</param>
    /// <exception cref="Vosk.VoskException">The decoder failed; the utterance is lost.</exception>
    void Accept(ReadOnlySpan<short> samples);

    /// <summary>Ends the utterance and makes the recogniser ready for the next.</summary>
    Transcript Finish();

    /// <summary>Forgets the utterance in progress.</summary>
    void Reset();
}
