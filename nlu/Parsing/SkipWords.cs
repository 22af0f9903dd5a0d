namespace VoiceMed.Nlu.Parsing;

/// <summary>Words and phrases tolerated anywhere: politeness, hesitation, the wake word. Immutable and thread-safe.</summary>
internal sealed class SkipWords
{
    private readonly Dictionary<string, string[][]> _byFirst;

    public SkipWords(IEnumerable<string[]> phrases) =>
        _byFirst = phrases.Where(p => p.Length > 0).GroupBy(p => p[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>How many words can be skipped at <paramref name="at"/>; 0 when none.</summary>
    public int LengthAt(string[] tokens, int at)
    {
        if (!_byFirst.TryGetValue(tokens[at], out var phrases))
            return 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length <= tokens.Length - at && tokens.AsSpan(at, phrase.Length).SequenceEqual(phrase))
                return phrase.Length;
        }

        return 0;
    }
}
