namespace VoiceMed.Nlu.Language;

/// <summary>
/// Everything the engine knows of one natural language. The engine itself is the same for all languages.
/// Implementations are immutable and thread-safe.
/// </summary>
public interface ILanguage
{
    /// <summary>The language code: <c>ru</c> or <c>en</c>.</summary>
    string Code { get; }

    /// <summary>Lemma to inflected forms.</summary>
    IInflector Inflector { get; }

    /// <summary>Inflected form to lemma.</summary>
    ILemmatizer Lemmatizer { get; }

    /// <summary>How alike two words sound.</summary>
    IPhonetics Phonetics { get; }

    /// <summary>Agreement, case and number words for replies.</summary>
    IReplyGrammar Grammar { get; }

    /// <summary>
    /// The parser of a built-in entity type (<c>number</c>, <c>ordinal</c>, <c>date</c>, <c>period</c>, <c>time</c>),
    /// or null when the language has none of that type.
    /// </summary>
    IEntityParser? EntityParser(string type);

    /// <summary>
    /// Spoken examples of a built-in entity type for the recogniser's phrase list and for sampling ("три", "третий",
    /// "за последние три месяца"); varied, at most a few hundred, best first. Empty for an unknown type.
    /// </summary>
    IReadOnlyList<string> EntityExamples(string type);
}
