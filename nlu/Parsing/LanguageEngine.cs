using VoiceMed.Nlu.Gazetteers;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Packs.Linking;
using VoiceMed.Nlu.Templates.Automata;

namespace VoiceMed.Nlu.Parsing;

/// <summary>Everything compiled for parsing one language. Immutable and thread-safe.</summary>
internal sealed class LanguageEngine
{
    private readonly List<(LinkedIntent? Intent, SentenceTemplate Template)> _sentences = [];
    private readonly List<SentenceTemplate> _fragments = [];
    private readonly Dictionary<string, LinkedIntent> _intents;
    private readonly Automaton _automaton;
    private readonly Automaton _fragmentAutomaton;
    private readonly SkipWords _skip;
    private readonly SkipWords _corrections;
    private readonly SkipWords _conjunctions;

    private LanguageEngine(LinkedLanguage linked, IReadOnlyDictionary<string, Gazetteer> gazetteers)
    {
        Linked = linked;
        _intents = linked.Intents.ToDictionary(i => i.Contract.Id, StringComparer.Ordinal);
        _conjunctions = new SkipWords(Phrases(linked.Conjunctions));
        _corrections = new SkipWords(Phrases(linked.Corrections));
        Entities = new EntityReader(linked.Language, gazetteers, _conjunctions);
        _skip = new SkipWords(Phrases(linked.Skip));
        var anySlot = linked.Intents.SelectMany(i => i.Contract.Slots.Values).GroupBy(s => s.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        SlotLabel AnyLabel(string name, string? type) => Label(anySlot.GetValueOrDefault(name), name, type);
        var sentences = new AutomatonBuilder();
        foreach (var intent in linked.Intents)
        {
            foreach (var sentence in intent.Sentences)
            {
                sentences.Sentence(_sentences.Count, sentence.Template.Node, n => linked.RuleKey(sentence.Pack, n), (n, t) => Label(intent.Contract, n, t));
                _sentences.Add((intent, sentence.Template));
            }
        }

        foreach (var sentence in linked.OutOfScope)
        {
            sentences.Sentence(_sentences.Count, sentence.Template.Node, n => linked.RuleKey(sentence.Pack, n), AnyLabel);
            _sentences.Add((null, sentence.Template));
        }

        var fragments = new AutomatonBuilder();
        foreach (var fragment in linked.Fragments)
        {
            fragments.Sentence(_fragments.Count, fragment.Template.Node, n => linked.RuleKey(fragment.Pack, n), AnyLabel);
            _fragments.Add(fragment.Template);
        }

        foreach (var (key, rule) in linked.Rules)
        {
            var pack = key[..key.IndexOf('/', StringComparison.Ordinal)];
            sentences.Rule(key, rule, n => linked.RuleKey(pack, n), AnyLabel);
            fragments.Rule(key, rule, n => linked.RuleKey(pack, n), AnyLabel);
        }

        _automaton = sentences.Build(Forms);
        _fragmentAutomaton = fragments.Build(Forms);
    }

    private LanguageEngine(LanguageEngine other, IReadOnlyDictionary<string, Gazetteer> gazetteers)
    {
        Linked = other.Linked;
        _intents = other._intents;
        _conjunctions = other._conjunctions;
        _corrections = other._corrections;
        Entities = new EntityReader(Linked.Language, gazetteers, _conjunctions);
        _skip = other._skip;
        _sentences = other._sentences;
        _fragments = other._fragments;
        _automaton = other._automaton;
        _fragmentAutomaton = other._fragmentAutomaton;
    }

    public LinkedLanguage Linked { get; }

    public EntityReader Entities { get; }

    /// <summary>All words of the templates and their inflected forms.</summary>
    public IReadOnlySet<string> TemplateWords => _automaton.Lexicon.Words;

    public static LanguageEngine Compile(PackSet set, LinkedLanguage linked, PackOptions options) =>
        new(linked, GazetteerCompiler.Compile(set, linked, options.DynamicLists));

    /// <summary>The same engine with the dynamic lists as they are now.</summary>
    public LanguageEngine Refresh(PackSet set, PackOptions options) =>
        new(this, GazetteerCompiler.Refresh(Entities.Gazetteers, set, Linked, options.DynamicLists));

    /// <summary>The intents whose templates match the whole utterance, best first, one match an intent.</summary>
    public List<IntentMatch> MatchTemplates(string[] tokens) => MatchTemplates(tokens, out _);

    /// <summary>
    /// The same; <paramref name="outOfScope"/> is the sentence, if any, that declares the utterance out of scope at least as
    /// specifically as the best intent's. Nothing matches then.
    /// </summary>
    public List<IntentMatch> MatchTemplates(string[] tokens, out string? outOfScope)
    {
        outOfScope = null;
        var matches = new List<IntentMatch>();
        var best = 0;
        foreach (var match in new TemplateMatcher(_automaton, Entities, _skip).Match(tokens))
        {
            var (intent, template) = _sentences[match.Sentence];
            best = Math.Max(best, match.Score);
            if (intent is null)
            {
                if (match.Score < best)
                    continue;
                outOfScope = template.Text;
                return [];
            }

            if (matches.Any(m => m.Intent == intent.Contract.Id))
                continue;
            var confidence = 0.9 + (0.1 * match.Score / (4.0 * tokens.Length));
            matches.Add(new IntentMatch(intent.Contract, Slots(intent.Contract, match.Slots, tokens), Math.Min(1, confidence), MatchSource.Template, template.Text));
        }

        Yield(matches);
        return matches;
    }

    // Of intents that match equally well, the one that the others yield to goes first.
    private static void Yield(List<IntentMatch> matches)
    {
        var equal = matches.Count(m => m.Confidence >= matches[0].Confidence);
        for (var moves = 1; moves < equal; moves++)
        {
            var first = matches.FindIndex(1, equal - 1, m => matches[0].Contract.Yields.Contains(m.Intent));
            if (first < 0)
                return;
            var preferred = matches[first];
            matches.RemoveAt(first);
            matches.Insert(0, preferred);
        }
    }

    /// <summary>The slots of the best fragment that matches the whole utterance, or null.</summary>
    public IReadOnlyDictionary<string, SlotValue>? MatchFragment(string[] tokens, IntentContract intent)
    {
        foreach (var match in new TemplateMatcher(_fragmentAutomaton, Entities, _skip).Match(tokens))
        {
            var slots = Slots(intent, match.Slots, tokens);
            if (slots.Count > 0)
                return slots;
        }

        return null;
    }

    /// <summary>How many words at the beginning say that something is corrected; 0 when none.</summary>
    public int CorrectionLength(string[] tokens)
    {
        var at = 0;
        while (at < tokens.Length)
        {
            var length = Math.Max(_corrections.LengthAt(tokens, at), at > 0 ? _skip.LengthAt(tokens, at) : 0);
            if (length == 0)
                break;
            at += length;
        }

        return at;
    }

    /// <summary>How many words at <paramref name="at"/> join two questions; 0 when none.</summary>
    public int ConjunctionLength(string[] tokens, int at) => _conjunctions.LengthAt(tokens, at);

    /// <summary>Pieces of the utterance that fragments understand, with their start.</summary>
    public IEnumerable<(int Start, SpanMatch Span)> FragmentSpans(string[] tokens) => new TemplateMatcher(_fragmentAutomaton, Entities, _skip).Spans(tokens);

    public LinkedIntent Intent(string id) => _intents[id];

    /// <summary>The utterance without the words that are tolerated anywhere.</summary>
    public string[] WithoutSkipWords(string[] tokens)
    {
        var kept = new List<string>(tokens.Length);
        for (var i = 0; i < tokens.Length;)
        {
            var skip = _skip.LengthAt(tokens, i);
            if (skip == 0)
                kept.Add(tokens[i]);
            i += Math.Max(1, skip);
        }

        return kept.Count == tokens.Length ? tokens : [.. kept];
    }

    public IEnumerable<string> Forms(WordLabel label) =>
        label.Inflected ? Linked.Language.Inflector.Forms(label.Word).Append(label.Word) : [label.Word];

    private static Dictionary<string, SlotValue> Slots(IntentContract intent, SlotBinding? bindings, string[] tokens)
    {
        var slots = new Dictionary<string, SlotValue>(StringComparer.Ordinal);
        for (var b = bindings; b is not null; b = b.Previous)
        {
            if (!intent.Slots.TryGetValue(b.Name, out var slot))
                continue;
            var value = new SlotValue(b.Value, string.Join(' ', tokens[b.Start..b.End]), b.End > b.Start ? SlotSource.Said : SlotSource.Implied);
            if (!slots.TryGetValue(b.Name, out var later))
                slots[b.Name] = value;
            else if (slot.Many && !later.Value.Split(',').Contains(b.Value))
                slots[b.Name] = value with { Value = b.Value + "," + later.Value, Raw = value.Raw + " " + later.Raw };
        }

        return slots;
    }

    private static SlotLabel Label(IntentContract intent, string name, string? type) => Label(intent.Slots.GetValueOrDefault(name), name, type);

    private static SlotLabel Label(SlotDefinition? slot, string name, string? type) =>
        new(name, type is null ? slot?.Type ?? SlotTypes.Text : SlotTypes.Canonical(type), slot?.Many ?? false);

    private static IEnumerable<string[]> Phrases(IEnumerable<Utterance> utterances) =>
        utterances.Select(u => TextNormalizer.Words(u.Text)).Where(w => w.Length > 0).OrderByDescending(w => w.Length);
}
