using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>
/// The phrases one expects to hear, checked against a model's vocabulary. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// libvosk makes a bigram of a phrase list, so that pieces of phrases can recombine in its result;
/// <see cref="IsWhole"/> tells whether a result consists of whole phrases. It also drops words it does not know without a
/// word, which would leave half a phrase in the list: such phrases are left out here and reported in <see cref="Rejected"/>.
/// </remarks>
public sealed class PhraseList
{
    private readonly HashSet<string> folded;
    private readonly int longest;

    private PhraseList(IReadOnlyList<string> phrases, IReadOnlyList<RejectedPhrase> rejected)
    {
        Phrases = phrases;
        Rejected = rejected;
        folded = [.. phrases.Select(PhraseText.Fold)];
        longest = phrases.Count == 0 ? 0 : phrases.Max(static phrase => phrase.Count(static letter => letter == ' ') + 1);
        Grammar = VoskJson.WriteGrammar([.. phrases, PhraseText.Unknown]);
    }

    /// <summary>The phrases in use: lower case, without punctuation, each once, in the order given.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>The phrases left out, with the words the model does not know.</summary>
    public IReadOnlyList<RejectedPhrase> Rejected { get; }

    /// <summary>The phrases as libvosk takes them, sounds like none of them included.</summary>
    internal byte[] Grammar { get; }

    /// <summary>Checks <paramref name="phrases"/> against the vocabulary of <paramref name="model"/>.</summary>
    public static PhraseList Create(SpeechModel model, IEnumerable<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(phrases);
        var usable = new List<string>();
        var rejected = new List<RejectedPhrase>();
        var seen = new HashSet<string>();
        var known = new Dictionary<string, bool>();
        foreach (var phrase in phrases)
        {
            var words = PhraseText.Words(phrase);
            var text = string.Join(' ', words);
            if (text.Length == 0 || !seen.Add(text))
            {
                continue;
            }

            string[] unknown = [.. words.Where(word => !(known.TryGetValue(word, out var knows) ? knows : known[word] = model.Knows(word)))];
            if (unknown.Length == 0)
            {
                usable.Add(text);
            }
            else
            {
                rejected.Add(new RejectedPhrase(text, unknown));
            }
        }

        return new PhraseList(usable, rejected);
    }

    /// <summary>Whether <paramref name="text"/> is one phrase of the list, or several whole ones after each other.</summary>
    public bool IsWhole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return false;
        }

        var words = PhraseText.Fold(text).Split(' ');
        var reachable = new bool[words.Length + 1];
        reachable[0] = true;
        for (var start = 0; start < words.Length; start++)
        {
            for (var end = start + 1; reachable[start] && end <= Math.Min(words.Length, start + longest); end++)
            {
                reachable[end] |= folded.Contains(string.Join(' ', words, start, end - start));
            }
        }

        return reachable[words.Length];
    }
}
