namespace VoiceMed.Nlu.Templates;

/// <summary>Writes out templates that hold words only (list values). Lazy: take as many as needed.</summary>
internal static class TemplateExpander
{
    public static IEnumerable<IReadOnlyList<TemplateNode.Word>> Words(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Word word:
                yield return [word];
                break;
            case TemplateNode.Sequence sequence:
                foreach (var words in Sequence(sequence.Parts, 0))
                    yield return words;
                break;
            case TemplateNode.Choice choice:
                foreach (var words in choice.Choices.SelectMany(Words))
                    yield return words;
                break;
            case TemplateNode.Permutation permutation:
                foreach (var order in Orders(permutation.Parts))
                {
                    foreach (var words in Sequence(order, 0))
                        yield return words;
                }

                break;
        }
    }

    /// <summary>All orders of <paramref name="parts"/>.</summary>
    public static IEnumerable<IReadOnlyList<TemplateNode>> Orders(IReadOnlyList<TemplateNode> parts)
    {
        if (parts.Count <= 1)
        {
            yield return parts;
            yield break;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var rest in Orders([.. parts.Where((_, k) => k != i)]))
                yield return [parts[i], .. rest];
        }
    }

    private static IEnumerable<IReadOnlyList<TemplateNode.Word>> Sequence(IReadOnlyList<TemplateNode> parts, int from)
    {
        if (from == parts.Count)
        {
            yield return [];
            yield break;
        }

        foreach (var head in Words(parts[from]))
        {
            foreach (var tail in Sequence(parts, from + 1))
                yield return [.. head, .. tail];
        }
    }
}
