namespace VoiceMed.Nlu.Language;

/// <summary>Lists the inflected forms of a word, so that nobody has to write endings by hand.</summary>
/// <remarks>Immutable and thread-safe. Meant for load time: every call builds its answer anew.</remarks>
public interface IInflector
{
    /// <summary>Every form of a word or of a noun with its adjectives.</summary>
    /// <param name="lemma">
    /// The word in its dictionary form ("больница", "показать", "show") or, for words of the clinical domain, in any other form
    /// ("покажи"). A phrase is inflected as a whole: "центральная больница" gives "центральной больницы".
    /// </param>
    /// <returns>
    /// Distinct forms in lower case with "ё" where it is written so, the given one among them. A few forms nobody says may be among
    /// them: matching a form too many does less harm than missing one.
    /// </returns>
    IReadOnlyCollection<string> Forms(string lemma);
}
