using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Morphology.English;

/// <summary>English words whose forms follow no rule.</summary>
internal static class IrregularWords
{
    private static readonly FrozenDictionary<string, string[]> ByForm = Read();

    /// <summary>All forms of the word a form belongs to, the base form first; null for a regular word.</summary>
    public static string[]? Find(string form) => ByForm.GetValueOrDefault(form);

    private static FrozenDictionary<string, string[]> Read()
    {
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.ReadLines("irregular.txt"))
        {
            var forms = line.Split(' ');
            foreach (var form in forms)
                words.TryAdd(form, forms);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
