namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>All forms of one Russian word given in its dictionary form.</summary>
internal static class RussianWordForms
{
    private static readonly Dictionary<string, string[]> Pronouns = EmbeddedText.ReadLines("pronouns.txt")
        .Select(static line => line.Split(' '))
        .ToDictionary(static forms => forms[0], StringComparer.Ordinal);

    /// <summary>The forms; just the word when it has no others.</summary>
    /// <param name="lemma">Lower case, "е" for "ё".</param>
    public static HashSet<string> Of(string lemma)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { lemma };
        if (Pronouns.TryGetValue(lemma, out var pronoun))
            forms.UnionWith(pronoun);
        else if (lemma.Length < 3 || !IsCyrillic(lemma))
            return forms;
        else if (RussianVerb.IsInfinitive(lemma))
            forms.UnionWith(RussianVerb.Forms(lemma));
        else if (AdjectiveForm.TryParse(lemma) is { } adjective)
            forms.UnionWith(adjective.AllForms().Select(static form => form.Replace('ё', 'е')));
        else if (!RussianName.IsIndeclinableSurname(lemma))
            AddNoun(forms, lemma);
        return forms;
    }

    private static void AddNoun(HashSet<string> forms, string lemma)
    {
        var noun = RussianNoun.Decline(lemma);
        forms.UnionWith(noun.Singular);
        forms.UnionWith(noun.Plural);
        if (RussianName.IsPossessiveSurname(lemma))
            forms.UnionWith(RussianName.SurnameForms(lemma));
        if (noun.Singular[0].EndsWith("ец", StringComparison.Ordinal) || noun.Singular[0].EndsWith('ч') || noun.Singular[0].EndsWith('ц'))
            forms.UnionWith([noun.Singular[1][..^1] + "ом", noun.Singular[1][..^1] + "ем"]);
        if (lemma[^1] is 'ы' or 'и' && lemma.Length > 4 && noun.Singular != noun.Plural)
            forms.UnionWith(RussianNoun.Decline(lemma[..^1]).Singular);
    }

    private static bool IsCyrillic(string word) => word.AsSpan().IndexOfAnyExceptInRange('а', 'я') < 0;
}
