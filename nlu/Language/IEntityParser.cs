using NodaTime;

namespace VoiceMed.Nlu.Language;

/// <summary>Recognises one kind of built-in entity (a number, a date, ...) in the words of an utterance.</summary>
/// <remarks>Implementations are immutable and thread-safe, never throw on any words, and read "ё" and "е" as one letter.</remarks>
public interface IEntityParser
{
    /// <summary>Reads the longest entity that begins exactly at <paramref name="start"/>.</summary>
    /// <param name="tokens">The utterance's words in lower case, without punctuation; numbers may be written in digits.</param>
    /// <param name="start">Index of the entity's first word; an index outside the list yields <see langword="false"/>.</param>
    /// <param name="today">The day relative expressions ("yesterday", "with no year") refer to; ignored by kinds that have none.</param>
    /// <param name="entity">The canonical value and the number of words it took.</param>
    /// <returns><see langword="true"/> when an entity of this kind begins at <paramref name="start"/>.</returns>
    bool TryParse(IReadOnlyList<string> tokens, int start, LocalDate today, out ParsedEntity entity);
}
