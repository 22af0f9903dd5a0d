namespace VoiceMed.Nlu.Language;

/// <summary>Brings inflected forms to one common form. Implementations are immutable and thread-safe.</summary>
public interface ILemmatizer
{
    /// <summary>
    /// The most likely lemma of <paramref name="form"/> (normalised), or a stem of an unknown word; two forms of one word give
    /// the same string. Never empty for a non-empty form.
    /// </summary>
    string Lemma(string form);
}
