namespace VoiceMed.Nlu.Templates;

/// <summary>How many sentences a template stands for, without making them.</summary>
/// <param name="rules">Rules to be counted in full; one that is missing or uses itself counts once.</param>
internal sealed class TemplateSize(IReadOnlyDictionary<string, TemplateNode> rules)
{
    /// <summary>A template that alone, each rule counted once, stands for more sentences is refused at load.</summary>
    public const double MaximumAlone = 10_000_000;

    /// <summary>A template that with its rules stands for more sentences is refused. Rules are compiled once, so this may be far more.</summary>
    public const double MaximumWithRules = 1e16;

    private readonly Dictionary<string, double> _ruleSizes = new(StringComparer.Ordinal);

    /// <summary>The number of sentences, a slot counting once; +∞ when it exceeds a double. Unknown and recursive rules count once.</summary>
    public double Of(TemplateNode node) => node switch
    {
        TemplateNode.Sequence s => s.Parts.Aggregate(1.0, (n, p) => n * Of(p)),
        TemplateNode.Choice c => c.Choices.Sum(Of),
        TemplateNode.Permutation p => p.Parts.Aggregate(1.0, (n, x) => n * Of(x)) * Enumerable.Range(1, p.Parts.Count).Aggregate(1.0, (n, k) => n * k),
        TemplateNode.Rule r => OfRule(r.Name),
        _ => 1,
    };

    private double OfRule(string name)
    {
        if (_ruleSizes.TryGetValue(name, out var size))
            return size;
        _ruleSizes[name] = 1;
        return _ruleSizes[name] = rules.TryGetValue(name, out var node) ? Of(node) : 1;
    }
}
