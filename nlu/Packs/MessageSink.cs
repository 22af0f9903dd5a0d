namespace VoiceMed.Nlu.Packs;

/// <summary>Collects what is found wrong while reading goes on. Not thread-safe.</summary>
internal sealed class MessageSink
{
    private readonly List<PackMessage> _messages = [];

    public IReadOnlyList<PackMessage> Messages => _messages;

    public void Error(SourcePosition position, string code, string text) => _messages.Add(new PackMessage(position, code, text));

    public void Warning(SourcePosition position, string code, string text) =>
        _messages.Add(new PackMessage(position, code, text, PackMessageSeverity.Warning));

    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        var best = known.Select(k => (k, Distance(word, k))).OrderBy(p => p.Item2).ThenBy(p => p.k, StringComparer.Ordinal).FirstOrDefault();
        return best.k is not null && best.Item2 <= Math.Max(1, word.Length / 3) ? $" (did you mean '{best.k}'?)" : "";
    }

    private static int Distance(string a, string b)
    {
        if (a.Length > 100 || b.Length > 100)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[b.Length];
    }
}
