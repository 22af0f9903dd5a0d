namespace VoiceMed.Nlu.Language;

/// <summary>Gives the inflected forms of a word. Implementations are immutable and thread-safe.</summary>
public interface IInflector
{
    /// <summary>
    /// All inflected forms of <paramref name="lemma"/>, the lemma itself included: cases and numbers of nouns, also genders of
    /// adjectives, imperative (both numbers), infinitive, past, present and future of verbs. A word it does not know is
    /// inflected by rule or returned alone; never empty. Forms are normalised as by <c>TextNormalizer</c> (lower case, ё as е).
    /// </summary>
    IReadOnlyCollection<string> Forms(string lemma);
}
