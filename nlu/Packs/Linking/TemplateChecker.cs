using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Templates;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>Checks the templates of one language: rules, slots, size.</summary>
internal sealed class TemplateChecker
{
    private static readonly TemplateSize s_alone = new(new Dictionary<string, TemplateNode>());
    private readonly IReadOnlyDictionary<string, IntentContract> _intents;
    private readonly IReadOnlyDictionary<string, ListContract> _lists;
    private readonly MessageSink _sink;
    private readonly Dictionary<string, SentenceTemplate> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _recursive = new(StringComparer.Ordinal);
    private readonly TemplateSize _size;
    private readonly HashSet<string> _allSlots;

    public TemplateChecker(
        IReadOnlyList<(string Pack, LanguageFile File)> files, IReadOnlyDictionary<string, IntentContract> intents,
        IReadOnlyDictionary<string, ListContract> lists, MessageSink sink)
    {
        _intents = intents;
        _lists = lists;
        _sink = sink;
        _allSlots = intents.Values.SelectMany(i => i.Slots.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var (pack, file) in files)
        {
            foreach (var (name, rule) in file.Rules)
            {
                if (!_rules.TryAdd(pack + "/" + name, rule))
                    sink.Error(rule.Position, PackMessageCode.DuplicateDeclaration, $"the rule '{name}' is declared already at {_rules[pack + "/" + name].Position}");
                else
                    _rules.TryAdd(name, rule);
            }
        }

        _size = new TemplateSize(_rules.ToDictionary(r => r.Key, r => r.Value.Node));
    }

    public void CheckRules()
    {
        foreach (var (name, rule) in _rules.Where(r => r.Key.Contains('/', StringComparison.Ordinal)))
        {
            if (Reaches(rule.Node, name, []))
            {
                _recursive.Add(name);
                _sink.Error(rule.Position, PackMessageCode.RecursiveRule, $"the rule '{name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]}' uses itself");
            }
        }
    }

    public void CheckFile(string pack, LanguageFile file)
    {
        foreach (var (name, rule) in file.Rules)
        {
            References(pack, rule.Node, _allSlots, null);
            if (!_recursive.Contains(pack + "/" + name))
                Size(rule);
        }

        foreach (var fragment in file.Fragments)
            Template(pack, fragment, _allSlots, null);
        foreach (var sentence in file.OutOfScope)
            Template(pack, sentence, _allSlots, null);
        foreach (var form in file.Lists.Values.SelectMany(v => v).SelectMany(v => v.Forms))
            Size(form);
        foreach (var intent in file.Intents)
        {
            var contract = _intents.GetValueOrDefault(intent.Id);
            IReadOnlySet<string> slots = contract is null ? _allSlots : contract.Slots.Keys.ToHashSet(StringComparer.Ordinal);
            foreach (var sentence in intent.Sentences)
                Template(pack, sentence, slots, contract);
        }
    }

    private void Template(string pack, SentenceTemplate template, IReadOnlySet<string> slots, IntentContract? contract)
    {
        References(pack, template.Node, slots, contract);
        if (Size(template) && CanBeEmpty(template.Node, 0))
            _sink.Error(template.Position, PackMessageCode.MatchesNothing, "this also matches silence: at least one part must not be optional");
    }

    private bool Size(SentenceTemplate template)
    {
        var alone = s_alone.Of(template.Node);
        var size = _size.Of(template.Node);
        if (alone <= TemplateSize.MaximumAlone && size <= TemplateSize.MaximumWithRules)
            return true;
        _sink.Error(template.Position, PackMessageCode.TooManyExpansions, alone > TemplateSize.MaximumAlone
            ? $"stands for {alone:0.##E+0} sentences, more than {TemplateSize.MaximumAlone:#,0}; split it, drop options or use rules"
            : $"stands for {size:0.##E+0} sentences with its rules, more than {TemplateSize.MaximumWithRules:0E+0}; split it or drop options");
        return false;
    }

    private void References(string pack, TemplateNode node, IReadOnlySet<string> slots, IntentContract? contract)
    {
        switch (node)
        {
            case TemplateNode.Rule rule when !_rules.ContainsKey(pack + "/" + rule.Name) && !_rules.ContainsKey(rule.Name):
                _sink.Error(rule.Position, PackMessageCode.UnknownRule, $"there is no rule '{rule.Name}'{MessageSink.DidYouMean(rule.Name, _rules.Keys.Where(k => !k.Contains('/', StringComparison.Ordinal)))}");
                break;
            case TemplateNode.Slot slot:
                SlotName(slot.Name, slot.Position, slots, contract);
                if (slot.Type is not null && SlotTypes.ListName(SlotTypes.Canonical(slot.Type)) is { } list && !_lists.ContainsKey(list))
                    _sink.Error(slot.Position, PackMessageCode.UnknownSlotType, $"'{slot.Type}' is no slot type{MessageSink.DidYouMean(slot.Type, SlotTypes.BuiltIn.Concat(_lists.Keys))}");
                break;
            case TemplateNode.Assign assign:
                SlotName(assign.Name, assign.Position, slots, contract);
                break;
            case TemplateNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    References(pack, part, slots, contract);
                break;
            case TemplateNode.Choice choice:
                foreach (var part in choice.Choices)
                    References(pack, part, slots, contract);
                break;
            case TemplateNode.Permutation permutation:
                foreach (var part in permutation.Parts)
                    References(pack, part, slots, contract);
                break;
        }
    }

    private void SlotName(string name, SourcePosition position, IReadOnlySet<string> slots, IntentContract? contract)
    {
        if (!slots.Contains(name))
        {
            var where = contract is null ? "no intent has" : $"'{contract.Id}' does not have";
            _sink.Error(position, PackMessageCode.UnknownTemplateSlot, $"{where} a slot '{name}'{MessageSink.DidYouMean(name, slots)}");
        }
    }

    private bool Reaches(TemplateNode node, string key, HashSet<string> visited) => node switch
    {
        TemplateNode.Rule rule => Resolve(key, rule.Name) is { } target
            && (target == key || (visited.Add(target) && Reaches(_rules[target].Node, key, visited))),
        TemplateNode.Sequence s => s.Parts.Any(p => Reaches(p, key, visited)),
        TemplateNode.Choice c => c.Choices.Any(p => Reaches(p, key, visited)),
        TemplateNode.Permutation p => p.Parts.Any(x => Reaches(x, key, visited)),
        _ => false,
    };

    private string? Resolve(string fromKey, string name)
    {
        var own = fromKey[..(fromKey.IndexOf('/', StringComparison.Ordinal) + 1)] + name;
        return _rules.ContainsKey(own) ? own : _rules.ContainsKey(name) ? _rules.Keys.First(k => k.EndsWith("/" + name, StringComparison.Ordinal)) : null;
    }

    private bool CanBeEmpty(TemplateNode node, int depth) => depth < 64 && node switch
    {
        TemplateNode.Sequence s => s.Parts.All(p => CanBeEmpty(p, depth + 1)),
        TemplateNode.Choice c => c.Choices.Any(p => CanBeEmpty(p, depth + 1)),
        TemplateNode.Permutation p => p.Parts.All(x => CanBeEmpty(x, depth + 1)),
        TemplateNode.Rule r => _rules.TryGetValue(r.Name, out var rule) && CanBeEmpty(rule.Node, depth + 1),
        TemplateNode.Assign => true,
        _ => false,
    };
}
