using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>The twelve forms of a noun; each array is in the order of <see cref="GrammaticalCase"/>.</summary>
/// <param name="Singular">Six singular forms; the plural ones again for words without a singular.</param>
/// <param name="Plural">Six plural forms.</param>
/// <param name="Gender">The gender adjectives agree in.</param>
internal sealed record NounParadigm(string[] Singular, string[] Plural, GrammaticalGender Gender)
{
    /// <summary>The form of a case and number.</summary>
    public string this[GrammaticalCase grammaticalCase, GrammaticalNumber number] =>
        (number == GrammaticalNumber.Singular ? Singular : Plural)[(int)grammaticalCase];

    /// <summary>A word that never changes.</summary>
    public static NounParadigm Indeclinable(string word, GrammaticalGender gender)
    {
        string[] forms = [word, word, word, word, word, word];
        return new NounParadigm(forms, forms, gender);
    }
}
