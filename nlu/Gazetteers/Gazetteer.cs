using VoiceMed.Nlu.Language;

namespace VoiceMed.Nlu.Gazetteers;

/// <summary>
/// Finds the values of one list in an utterance: by inflected form, by lemma, and with tolerance by sound. Immutable and
/// thread-safe; a dynamic list that changes gets a new gazetteer.
/// </summary>
public sealed class Gazetteer
{
    private readonly ILanguage _language;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<Entry>> _byFirstForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _bySound = new(StringComparer.Ordinal);

    /// <summary>Compiles a list.</summary>
    /// <param name="language">The language of the words.</param>
    /// <param name="values">Canonical value and the ways to say it, each a sequence of words.</param>
    public Gazetteer(ILanguage language, IEnumerable<(string Value, IReadOnlyList<GazetteerWord> Words)> values)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(values);
        _language = language;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (value, words) in values)
        {
            if (words.Count == 0 || !seen.Add(value + "\n" + string.Join(' ', words.Select(w => (w.Inflected ? "~" : "=") + w.Text))))
                continue;
            var entry = new Entry(value, words, [.. words.Select(w => Forms(language, w))]);
            _entries.Add(entry);
            foreach (var form in entry.Forms[0])
                Add(_byFirstForm, form, entry);
            foreach (var sound in entry.Forms[0].Select(language.Phonetics.Key).Distinct())
                Add(_bySound, sound, entry);
        }
    }

    /// <summary>How many ways of saying a value there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Every word form of the list.</summary>
    internal IEnumerable<string> Words => _entries.SelectMany(e => e.Forms).SelectMany(f => f);

    /// <summary>The values as said, nominative, in the order given.</summary>
    internal IEnumerable<(string Value, string Text)> Spoken => _entries.Select(e => (e.Value, string.Join(' ', e.Words.Select(w => w.Text))));

    /// <summary>Adds the values said exactly from <paramref name="start"/> on: for each length the values of that length as one hit, longest first.</summary>
    public void Find(IReadOnlyList<string> tokens, int start, List<GazetteerHit> hits)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(hits);
        if (!_byFirstForm.TryGetValue(tokens[start], out var entries))
            return;
        var first = hits.Count;
        foreach (var entry in entries)
        {
            if (Matches(entry, tokens, start))
                AddHit(hits, first, new GazetteerHit(entry.Value, start, entry.Words.Count, 0));
        }

        if (hits.Count - first > 1)
            hits.Sort(first, hits.Count - first, Comparer<GazetteerHit>.Create((a, b) => b.Length - a.Length));
    }

    /// <summary>
    /// The value that sounds most like the words from <paramref name="start"/> on, within <paramref name="tolerance"/>
    /// (mean <see cref="IPhonetics.Distance"/> over the words, 0-1), or null.
    /// </summary>
    /// <param name="tokens">The utterance.</param>
    /// <param name="start">Where to look.</param>
    /// <param name="tolerance">The largest distance.</param>
    /// <param name="sameKey">Only values whose first word has the same <see cref="IPhonetics.Key"/>: less is found, at hardly any cost.</param>
    public GazetteerHit? FindAlike(IReadOnlyList<string> tokens, int start, double tolerance, bool sameKey = false)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var candidates = _bySound.TryGetValue(_language.Phonetics.Key(tokens[start]), out var sounding) ? sounding : !sameKey && _entries.Count <= 2_000 ? _entries : [];
        GazetteerHit? best = null;
        foreach (var entry in candidates)
        {
            if (start + entry.Words.Count > tokens.Count)
                continue;
            var sum = 0.0;
            for (var i = 0; i < entry.Words.Count && sum <= tolerance * entry.Words.Count; i++)
                sum += Distance(entry.Forms[i], tokens[start + i], tolerance);
            var distance = sum / entry.Words.Count;
            if (distance > tolerance)
                continue;
            if (best is not { } known || distance < known.Distance - 1e-9 || (Math.Abs(distance - known.Distance) < 1e-9 && entry.Words.Count > known.Length))
                best = new GazetteerHit(entry.Value, start, entry.Words.Count, distance);
        }

        return best;
    }

    private double Distance(HashSet<string> forms, string token, double tolerance)
    {
        if (forms.Contains(token))
            return 0;

        // Short words have too few sounds to be told apart once one of them is lost.
        if (token.Length < 4)
            return 1;
        var best = 1.0;
        foreach (var form in forms)
        {
            if (form.Length >= 4 && Math.Abs(form.Length - token.Length) <= 1 + tolerance * token.Length)
                best = Math.Min(best, _language.Phonetics.Distance(form, token));
        }

        return best;
    }

    private static bool Matches(Entry entry, IReadOnlyList<string> tokens, int start)
    {
        if (start + entry.Words.Count > tokens.Count)
            return false;
        for (var i = 1; i < entry.Words.Count; i++)
        {
            if (!entry.Forms[i].Contains(tokens[start + i]))
                return false;
        }

        return true;
    }

    private static void AddHit(List<GazetteerHit> hits, int first, GazetteerHit hit)
    {
        for (var i = first; i < hits.Count; i++)
        {
            if (hits[i].Length != hit.Length)
                continue;
            if (!hits[i].Value.Split('|').Contains(hit.Value))
                hits[i] = hits[i] with { Value = hits[i].Value + "|" + hit.Value };
            return;
        }

        hits.Add(hit);
    }

    private static HashSet<string> Forms(ILanguage language, GazetteerWord word) =>
        word.Inflected ? [word.Text, .. language.Inflector.Forms(word.Text)] : [word.Text];

    private static void Add(Dictionary<string, List<Entry>> index, string key, Entry entry)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        list.Add(entry);
    }

    private sealed record Entry(string Value, IReadOnlyList<GazetteerWord> Words, HashSet<string>[] Forms);
}
