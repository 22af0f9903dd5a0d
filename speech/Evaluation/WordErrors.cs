namespace VoiceMed.Speech.Evaluation;

/// <summary>How a recognised text differs from what was said, word by word. Values add up over utterances.</summary>
/// <param name="Words">Words said.</param>
/// <param name="Substitutions">Words recognised as others.</param>
/// <param name="Deletions">Words not recognised.</param>
/// <param name="Insertions">Words recognised that were not said.</param>
public readonly record struct WordErrors(int Words, int Substitutions, int Deletions, int Insertions)
{
    /// <summary>All errors.</summary>
    public int Total => Substitutions + Deletions + Insertions;

    /// <summary>Word error rate: errors per word said; above 1 when much was inserted, 0 for nothing said and nothing recognised.</summary>
    public double Rate => Words > 0 ? (double)Total / Words : Insertions > 0 ? 1 : 0;

    /// <summary>Adds the counts of two sets of utterances.</summary>
    public static WordErrors operator +(WordErrors one, WordErrors other) => new(
        one.Words + other.Words,
        one.Substitutions + other.Substitutions,
        one.Deletions + other.Deletions,
        one.Insertions + other.Insertions);

    /// <inheritdoc cref="op_Addition"/>
    public static WordErrors Add(WordErrors one, WordErrors other) => one + other;

    /// <summary>Aligns two texts with the fewest errors (Levenshtein distance over words). ё and е are the same letter.</summary>
    /// <param name="reference">What was said; words separated by spaces, lower case.</param>
    /// <param name="hypothesis">What was recognised, in the same form.</param>
    public static WordErrors Count(string reference, string hypothesis)
    {
        var said = Split(reference);
        var heard = Split(hypothesis);
        var row = new WordErrors[heard.Length + 1];
        for (var j = 0; j <= heard.Length; j++)
        {
            row[j] = new WordErrors(said.Length, 0, 0, j);
        }

        for (var i = 1; i <= said.Length; i++)
        {
            var diagonal = row[0];
            row[0] = row[0] with { Deletions = i };
            for (var j = 1; j <= heard.Length; j++)
            {
                var match = said[i - 1] == heard[j - 1] ? diagonal : diagonal with { Substitutions = diagonal.Substitutions + 1 };
                var deletion = row[j] with { Deletions = row[j].Deletions + 1 };
                var insertion = row[j - 1] with { Insertions = row[j - 1].Insertions + 1 };
                diagonal = row[j];
                row[j] = Fewest(match, Fewest(deletion, insertion));
            }
        }

        return row[heard.Length];
    }

    private static WordErrors Fewest(WordErrors one, WordErrors other) => one.Total <= other.Total ? one : other;

    private static string[] Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace('ё', 'е').Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
