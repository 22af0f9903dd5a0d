namespace VoiceMed.Nlu.Language;

/// <summary>What reply templates need of a language. Implementations are immutable and thread-safe; unknown words come back unchanged.</summary>
public interface IReplyGrammar
{
    /// <summary>The form of <paramref name="noun"/> (a lemma or a phrase of adjective and noun) that agrees with <paramref name="count"/>: 1 посещение, 2 посещения, 5 посещений.</summary>
    string Plural(long count, string noun);

    /// <summary>
    /// <paramref name="phrase"/> (nominative singular, one or more words, also a person's full name) in a case.
    /// English knows only <see cref="GrammaticalCase.Genitive"/> ("'s").
    /// </summary>
    string InCase(string phrase, GrammaticalCase grammaticalCase);

    /// <summary><paramref name="value"/> in words, agreeing with <paramref name="noun"/> where given (две таблетки, три документа).</summary>
    string NumberWords(long value, GrammaticalCase grammaticalCase = GrammaticalCase.Nominative, string? noun = null);

    /// <summary>The ordinal of <paramref name="value"/> in words, agreeing with <paramref name="noun"/> where given.</summary>
    string OrdinalWords(long value, GrammaticalCase grammaticalCase = GrammaticalCase.Nominative, string? noun = null);

    /// <summary>A canonical date (see <see cref="ParsedEntity"/>) as read aloud in a sentence: "3 марта 2025 года", "March 3, 2025".</summary>
    string Date(string canonicalDate);

    /// <summary>A canonical period as said in a sentence: "за последние 3 месяца", "over the last 3 months".</summary>
    string Period(string canonicalPeriod);
}
