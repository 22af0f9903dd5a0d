namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>Numbers labels in the order they are first seen. Not thread-safe.</summary>
internal sealed class LabelTable<TLabel>
    where TLabel : notnull
{
    private readonly Dictionary<TLabel, int> _indices = [];
    private readonly List<TLabel> _labels = [];

    public int Count => _labels.Count;

    public IReadOnlyList<TLabel> Labels => _labels;

    public int IndexOf(TLabel label)
    {
        if (_indices.TryGetValue(label, out var index))
            return index;
        _labels.Add(label);
        return _indices[label] = _labels.Count - 1;
    }
}
