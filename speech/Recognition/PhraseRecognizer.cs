using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>
/// Recognises utterances of one language: decodes each with the phrase list and freely, in one pass over its frames, and
/// weighs the two. Not thread-safe; one a stream. The model is shared.
/// </summary>
public sealed class PhraseRecognizer : IUtteranceRecognizer
{
    private readonly SpeechModel model;
    private readonly Decoder free;
    private Decoder? grammar;

    /// <summary>Creates a recogniser; several milliseconds, more with thousands of phrases.</summary>
    /// <param name="model">Shared, and kept alive by the recogniser as far as it needs it.</param>
    /// <param name="phrases">What one expects to hear; empty to decode freely only.</param>
    /// <exception cref="VoskException">libvosk refused.</exception>
    public PhraseRecognizer(SpeechModel model, IEnumerable<string>? phrases = null)
        : this(model, PhraseList.Create(model, phrases ?? []))
    {
    }

    /// <summary>Creates a recogniser whose phrases it shares with others.</summary>
    /// <param name="model">Shared, and kept alive by the recogniser as far as it needs it.</param>
    /// <param name="phrases">Checked against this model.</param>
    /// <exception cref="VoskException">libvosk refused.</exception>
    public PhraseRecognizer(SpeechModel model, PhraseList phrases)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(phrases);
        this.model = model;
        Phrases = phrases;
        free = new Decoder(model, phrases: null);
        grammar = CreateGrammar();
    }

    /// <summary>The language of the model.</summary>
    public string Language => model.Language;

    /// <summary>The model it hears with.</summary>
    public SpeechModel Model => model;

    /// <summary>The phrases in use and those left out.</summary>
    public PhraseList Phrases { get; private set; }

    /// <summary>How much sound it has heard since it was made or recycled.</summary>
    public TimeSpan Heard { get; private set; }

    /// <inheritdoc/>
    public string PartialText => PhraseText.Known(free.Partial());

    /// <summary>Takes new phrases, for example after the intent packs changed. Call it between utterances: one in progress is lost.</summary>
    /// <param name="phrases">Checked against this model.</param>
    public void SetPhrases(PhraseList phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        Phrases = phrases;
        grammar?.Dispose();
        grammar = CreateGrammar();
        free.Reset();
    }

    /// <inheritdoc/>
    public void Accept(ReadOnlySpan<short> samples)
    {
        free.Accept(samples);
        grammar?.Accept(samples);
        Heard += TimeSpan.FromSeconds((double)samples.Length / AudioClip.StandardSampleRate);
    }

    /// <inheritdoc/>
    public Transcript Finish() => Reconciler.Reconcile(model.Language, Phrases, grammar?.Finish(), free.Finish());

    /// <summary>Recognises one whole utterance.</summary>
    /// <param name="samples">16 kHz mono.</param>
    public Transcript Recognize(ReadOnlySpan<short> samples)
    {
        Reset();
        Accept(samples);
        return Finish();
    }

    /// <inheritdoc/>
    public void Reset()
    {
        free.Reset();
        grammar?.Reset();
    }

    /// <summary>
    /// Replaces the native recognisers, whose memory grows with the sound they have heard. An utterance in progress is lost.
    /// </summary>
    public void Recycle()
    {
        Heard = TimeSpan.Zero;
        free.Recycle();
        grammar?.Recycle();
        NativeHeap.Trim();
    }

    /// <summary>Frees the decoders; the model stays.</summary>
    public void Dispose()
    {
        free.Dispose();
        grammar?.Dispose();
        NativeHeap.Trim();
    }

    private Decoder? CreateGrammar() => model.SupportsPhrases && Phrases.Phrases.Count > 0 ? new Decoder(model, Phrases) : null;
}
