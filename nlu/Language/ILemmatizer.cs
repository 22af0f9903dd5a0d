namespace VoiceMed.Nlu.Language;

/// <summary>Brings the forms of a word back to one key.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public interface ILemmatizer
{
    /// <summary>A key shared by the forms of one word, for comparing words and as a feature of classifiers.</summary>
    /// <param name="form">A word in lower case.</param>
    /// <returns>The stem; for words with irregular forms that the domain needs, the stem of their dictionary form.</returns>
    string Stem(string form);
}
