using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Maps the forms of the domain's words to their dictionary forms.</summary>
internal sealed class RussianLexicon
{
    private readonly FrozenDictionary<string, string> _lemmaByForm;

    private RussianLexicon()
    {
        var lemmas = EmbeddedText.ReadLines("lexicon.txt").SelectMany(static line => line.Split(' ')).Distinct().ToArray();
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var lemma in lemmas)
            map[lemma] = lemma;

        // The first word to claim a form keeps it: the list is ordered by how often the assistant hears the words.
        foreach (var lemma in lemmas)
        {
            foreach (var form in RussianWordForms.Of(lemma))
                map.TryAdd(form, lemma);
        }

        _lemmaByForm = map.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The one instance; immutable.</summary>
    public static RussianLexicon Shared { get; } = new();

    /// <summary>The dictionary form of a form, or null when the word is not in the lexicon.</summary>
    public string? Find(string form) => _lemmaByForm.GetValueOrDefault(form);
}
