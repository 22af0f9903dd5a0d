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
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        free = new Decoder(model, phrases: null);
        SetPhrases(phrases ?? []);
    }

    /// <summary>The language of the model.</summary>
    public string Language => model.Language;

    /// <summary>The model it hears with.</summary>
    public SpeechModel Model => model;

    /// <summary>The phrases in use and those left out.</summary>
    public PhraseList Phrases { get; private set; } = null!;

    /// <inheritdoc/>
    public string PartialText => PhraseText.Known(free.Partial());

    /// <summary>Takes new phrases, for example after the intent packs changed. Call it between utterances: one in progress is lost.</summary>
    public void SetPhrases(IEnumerable<string> phrases)
    {
        Phrases = PhraseList.Create(model, phrases);
        grammar?.Dispose();
        grammar = model.SupportsPhrases && Phrases.Phrases.Count > 0 ? new Decoder(model, Phrases) : null;
        free.Reset();
    }

    /// <inheritdoc/>
    public void Accept(ReadOnlySpan<short> samples)
    {
        free.Accept(samples);
        grammar?.Accept(samples);
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

    /// <inheritdoc/>
    public void Recycle()
    {
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
}
