namespace VoiceMed.Nlu.Language;

/// <summary>Recognises one built-in entity type in normalised words. Implementations are immutable and thread-safe.</summary>
public interface IEntityParser
{
    /// <summary>
    /// Tries to read the longest entity that starts exactly at <paramref name="start"/>.
    /// Never throws, whatever the words.
    /// </summary>
    /// <param name="tokens">Normalised words (lower case, ё as е, no punctuation); digits may stand as "3".</param>
    /// <param name="start">Index of the first word of the entity.</param>
    /// <param name="entity">The value and how many words it took.</param>
    bool TryParse(ReadOnlySpan<string> tokens, int start, out ParsedEntity entity);
}
