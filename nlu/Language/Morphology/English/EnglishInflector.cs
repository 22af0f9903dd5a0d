namespace VoiceMed.Nlu.Language.Morphology.English;

/// <summary>Inflects English words: plural of nouns, "-s", "-ed" and "-ing" of verbs, irregular words by table.</summary>
/// <remarks>
/// The part of speech is not known, so a word gets the forms of both. The possessive is the word itself once the apostrophe is gone. In a
/// phrase the last word is inflected.
/// </remarks>
public sealed class EnglishInflector : IInflector
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Forms(string lemma)
    {
        ArgumentNullException.ThrowIfNull(lemma);
        var words = TextNormalizer.Words(lemma);
        if (words.Length == 0)
            return [lemma];
        var prefix = string.Concat(words[..^1].Select(static word => word + ' '));
        return [.. WordForms(words[^1]).Select(form => prefix + form)];
    }

    private static HashSet<string> WordForms(string word)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { word };
        if (IrregularWords.Find(word) is { } irregular)
            forms.UnionWith(irregular);
        else if (word.Length >= 3)
            forms.UnionWith([EnglishSuffix.WithS(word), EnglishSuffix.WithEd(word), EnglishSuffix.WithIng(word)]);
        return forms;
    }
}
