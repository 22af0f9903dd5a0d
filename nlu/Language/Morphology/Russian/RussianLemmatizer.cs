namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Brings the domain's words to their dictionary form and cuts the endings of the others.</summary>
public sealed class RussianLemmatizer : ILemmatizer
{
    private const int ShortestStem = 3;

    /// <summary>Endings of nouns, adjectives and verbs, the longest first.</summary>
    private static readonly string[] Endings =
    [
        .. ("иями ениями ением ениях ению ения ение ениям ений аниями анием аниях анию ание ания аниям аний ьями ями ами ией иям иях " +
            "ого его ому ему ыми ими ая яя ое ее ые ие ый ий ой ую юю ых их ым им ом ем ов ев ей ью ья ье ам ям ах ях ию ия ии " +
            "ешь ишь ете ите ет ит ут ют ат ят ала ила ела али или ели ать ить еть ыть ять ться ла ло ли ну а я о е ы и у ю ь й л")
            .Split(' ').Distinct().OrderByDescending(static ending => ending.Length),
    ];

    private readonly RussianLexicon _lexicon = RussianLexicon.Shared;

    /// <inheritdoc/>
    public string Lemma(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return _lexicon.Find(form) ?? Stem(form);
    }

    private static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }
}
