using VoiceMed.Nlu;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Hearing;

/// <summary>
/// Makes the recognisers of all sessions. What they can share they share: the models, the phrase lists of the packs in force, and between
/// utterances the decoders. Thread-safe.
/// </summary>
public sealed class RecognizerFactory : IDisposable
{
    private readonly List<SpeechModel> _models;
    private readonly List<RecognizerPool> _pools;
    private readonly Func<IntentSet> _intents;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PhraseList> _phrases = new(StringComparer.Ordinal);
    private IntentSet? _phrasesOf;

    /// <summary>Takes models over.</summary>
    /// <param name="models">One a language, in the configuration's order; disposed with the factory.</param>
    /// <param name="intents">Gives the intents in force.</param>
    public RecognizerFactory(IEnumerable<SpeechModel> models, Func<IntentSet> intents)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(intents);
        _models = [.. models];
        _pools = _models.ConvertAll(model => new RecognizerPool(model, () => PhrasesOf(model)));
        _intents = intents;
    }

    /// <summary>A recogniser of all languages that expects what the packs in force expect; the caller disposes it.</summary>
    /// <param name="leading">The language that listens first.</param>
    public PooledRecognizer Create(string leading) => new(_pools[0], _pools.ElementAtOrDefault(1)) { LeadingLanguage = leading };

    /// <summary>Makes what a first utterance in each language needs, so that nobody waits for it.</summary>
    public void WarmUp() => _pools.ForEach(static pool => pool.Return(pool.Rent()));

    /// <summary>The words in a sound, heard freely; null where the language is not configured.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    public string? Transcribe(short[] samples, string language)
    {
        if (ModelOf(language) is not { } model)
        {
            return null;
        }

        using var recognizer = new PhraseRecognizer(model);
        return recognizer.Recognize(samples).Text;
    }

    /// <summary>
    /// What a sound is if it must be some of a few words: they are told apart where free decoding loses them. Whatever is said becomes
    /// such words, so the result is for comparing with what was expected and for nothing else.
    /// </summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="words">The words.</param>
    /// <returns>Null where the language is not configured, or its model cannot take a list.</returns>
    public string? TranscribeAs(ReadOnlySpan<short> samples, string language, IReadOnlyCollection<string> words)
    {
        if (ModelOf(language) is not { SupportsPhrases: true } model)
        {
            return null;
        }

        return new WordSpotter(model, words).Hear(samples);
    }

    /// <summary>Gives the models up; an utterance in progress is still heard to its end.</summary>
    public void Dispose()
    {
        _pools.ForEach(static pool => pool.Dispose());
        _models.ForEach(static model => model.Dispose());
    }

    private SpeechModel? ModelOf(string language) => _models.Find(model => model.Language == language);

    // Thousands of phrases sampled from the templates: once for each set of packs, not once a session.
    private PhraseList PhrasesOf(SpeechModel model)
    {
        var intents = _intents();
        lock (_gate)
        {
            if (_phrasesOf != intents)
            {
                _phrasesOf = intents;
                _phrases.Clear();
            }

            return _phrases.TryGetValue(model.Language, out var known)
                ? known
                : _phrases[model.Language] = PhraseList.Create(model, intents.RecognitionPhrases(model.Language));
        }
    }
}
