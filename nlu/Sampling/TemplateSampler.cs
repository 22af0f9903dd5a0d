using VoiceMed.Nlu.Classification;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.Linking;
using VoiceMed.Nlu.Parsing;
using VoiceMed.Nlu.Templates;
using VoiceMed.Nlu.Templates.Automata;

namespace VoiceMed.Nlu.Sampling;

/// <summary>Writes out random sentences of templates. Deterministic for a seed; not thread-safe.</summary>
/// <param name="engine">Rules, lists and the language.</param>
/// <param name="inflect">True: inflected words in any of their forms, as the recogniser must expect; false: as written.</param>
/// <param name="seed">The random sequence.</param>
internal sealed class TemplateSampler(LanguageEngine engine, bool inflect, ulong seed)
{
    private const int MaximumWords = 40;
    private readonly DeterministicRandom _random = new(seed);
    private readonly Dictionary<string, string[]> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _forms = new(StringComparer.Ordinal);
    private Action<string, string>? _bound;

    /// <summary>One random sentence.</summary>
    public string Sample(LinkedSentence sentence, IntentContract? intent, Action<string, string>? bound = null)
    {
        _bound = bound;
        var words = new List<string>();
        Append(sentence.Template.Node, sentence.Pack, intent, words);
        return string.Join(' ', words);
    }

    /// <summary>Up to <paramref name="count"/> different random sentences; fewer when the template has fewer.</summary>
    public IReadOnlyCollection<string> Several(LinkedSentence sentence, IntentContract? intent, int count)
    {
        var samples = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; attempt < 3 * count && samples.Count < count; attempt++)
        {
            if (Sample(sentence, intent) is { Length: > 0 } sample)
                samples.Add(sample);
        }

        return samples;
    }

    private void Append(TemplateNode node, string pack, IntentContract? intent, List<string> words)
    {
        if (words.Count > MaximumWords)
            return;
        switch (node)
        {
            case TemplateNode.Word word:
                words.Add(word.Inflected && inflect ? Pick(Forms(word.Text)) : word.Text);
                break;
            case TemplateNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Append(part, pack, intent, words);
                break;
            case TemplateNode.Choice choice:
                Append(choice.Choices[_random.Next(choice.Choices.Count)], pack, intent, words);
                break;
            case TemplateNode.Permutation permutation:
                var order = permutation.Parts.ToArray();
                _random.Shuffle(order);
                foreach (var part in order)
                    Append(part, pack, intent, words);
                break;
            case TemplateNode.Rule rule when engine.Linked.RuleKey(pack, rule.Name) is { } key:
                Append(engine.Linked.Rules[key], key[..key.IndexOf('/', StringComparison.Ordinal)], intent, words);
                break;
            case TemplateNode.Slot slot:
                var type = slot.Type is null ? intent?.Slots.GetValueOrDefault(slot.Name)?.Type ?? SlotTypes.Text : SlotTypes.Canonical(slot.Type);
                var value = Pick(Values(type));
                _bound?.Invoke(slot.Name, value);
                if (value.Length > 0)
                    words.Add(value);
                break;
            case TemplateNode.Assign assign:
                _bound?.Invoke(assign.Name, assign.Value);
                break;
        }
    }

    private string[] Values(string type)
    {
        if (_values.TryGetValue(type, out var known))
            return known;
        string[] values = type == SlotTypes.Text
            ? [.. engine.Linked.Intents.SelectMany(i => i.Negatives).Select(u => u.Text).Take(20)]
            : SlotTypes.ListName(type) is { } list
                ? engine.Entities.Gazetteers.TryGetValue(list, out var gazetteer) ? [.. gazetteer.Spoken.Select(s => s.Text)] : []
                : [.. engine.Linked.Language.EntityExamples(type)];
        return _values[type] = values;
    }

    private string[] Forms(string lemma)
    {
        if (!_forms.TryGetValue(lemma, out var forms))
            _forms[lemma] = forms = [.. engine.Forms(new WordLabel(lemma, true)).Distinct().Order(StringComparer.Ordinal)];
        return forms;
    }

    private string Pick(string[] from) => from.Length == 0 ? "" : from[_random.Next(from.Length)];
}
