using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>
/// Inflects Russian words: pronouns by table, verbs, adjectives, nouns and names by rules with exceptions. The part of speech is told by
/// the ending of the dictionary form; a form of a word in the domain lexicon is first brought back to it.
/// </summary>
public sealed class RussianInflector : IInflector
{
    private readonly RussianLexicon _lexicon = RussianLexicon.Shared;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Forms(string lemma)
    {
        ArgumentNullException.ThrowIfNull(lemma);
        var words = TextNormalizer.Words(lemma);
        return words.Length switch
        {
            0 => [lemma],
            1 => WordForms(words[0]),
            _ => PhraseForms(words),
        };
    }

    private HashSet<string> WordForms(string word)
    {
        var forms = RussianWordForms.Of(LemmaOf(word));
        forms.Add(word);
        return forms;
    }

    /// <summary>The dictionary form; a participle is its own, or "подписанный" would stand for "подпиши".</summary>
    private string LemmaOf(string word) => _lexicon.Find(word) is not { } lemma
        || (RussianVerb.IsInfinitive(lemma) && AdjectiveForm.TryParse(word) is not null) ? word : lemma;

    private static HashSet<string> PhraseForms(string[] words)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { string.Join(' ', words) };
        foreach (var number in Enum.GetValues<GrammaticalNumber>())
        {
            foreach (var grammaticalCase in Enum.GetValues<GrammaticalCase>())
                forms.Add(RussianPhrase.Decline(words, grammaticalCase, number));
        }

        return forms;
    }
}
