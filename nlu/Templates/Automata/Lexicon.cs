namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>
/// All words of an automaton. Forms that stand in exactly the same labels share one number (an atom), so the automaton has
/// one edge where a lemma has thirty forms. Immutable and thread-safe.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _atoms = new(StringComparer.Ordinal);
    private readonly List<int[]> _labelsOfAtom = [];

    public Lexicon(IReadOnlyList<WordLabel> labels, Func<WordLabel, IEnumerable<string>> forms)
    {
        var labelsOfForm = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var label = 0; label < labels.Count; label++)
        {
            foreach (var form in forms(labels[label]).Distinct())
            {
                if (!labelsOfForm.TryGetValue(form, out var list))
                    labelsOfForm[form] = list = [];
                list.Add(label);
            }
        }

        var atomOfSignature = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (form, list) in labelsOfForm)
        {
            var signature = string.Join(',', list);
            if (!atomOfSignature.TryGetValue(signature, out var atom))
            {
                atomOfSignature[signature] = atom = _labelsOfAtom.Count;
                _labelsOfAtom.Add([.. list]);
            }

            _atoms[form] = atom;
        }

        Words = _atoms.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All words the automaton knows.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>The atom of a word, or -1 when no template holds it.</summary>
    public int Atom(string word) => _atoms.GetValueOrDefault(word, -1);

    /// <summary>The word labels that <paramref name="atom"/> satisfies.</summary>
    public ReadOnlySpan<int> Labels(int atom) => _labelsOfAtom[atom];
}
