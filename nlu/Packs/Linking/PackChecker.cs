using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Replies;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>Checks the files of all packs against each other and against the host's operations.</summary>
internal sealed class PackChecker
{
    private readonly IReadOnlyList<PackFiles> _packs;
    private readonly PackOptions _options;
    private readonly MessageSink _sink;
    private readonly Dictionary<string, IntentContract> _intents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListContract> _lists = new(StringComparer.Ordinal);

    private PackChecker(IReadOnlyList<PackFiles> packs, PackOptions options, MessageSink sink)
    {
        _packs = packs;
        _options = options;
        _sink = sink;
    }

    public static void Check(IReadOnlyList<PackFiles> packs, PackOptions options, MessageSink sink)
    {
        var checker = new PackChecker(packs, options, sink);
        checker.Declarations();
        foreach (var intent in packs.SelectMany(p => p.Contracts).SelectMany(c => c.Intents))
            checker.Contract(intent);
        foreach (var language in options.Languages.All)
            checker.Language(language.Code);
    }

    private void Declarations()
    {
        foreach (var file in _packs.SelectMany(p => p.Contracts))
        {
            foreach (var intent in file.Intents.Where(i => !_intents.TryAdd(i.Id, i)))
                _sink.Error(intent.Position, PackMessageCode.DuplicateDeclaration, $"'{intent.Id}' is declared already at {_intents[intent.Id].Position}");
            foreach (var list in file.Lists.Where(l => !_lists.TryAdd(l.Name, l)))
                _sink.Error(list.Position, PackMessageCode.DuplicateDeclaration, $"the list '{list.Name}' is declared already at {_lists[list.Name].Position}");
        }
    }

    private void Contract(IntentContract intent)
    {
        foreach (var slot in intent.Slots.Values.Where(s => s.ListName is { } name && !_lists.ContainsKey(name)))
        {
            _sink.Error(slot.Position, PackMessageCode.UnknownSlotType,
                $"'{slot.ListName}' is neither a built-in type nor a declared list{MessageSink.DidYouMean(slot.ListName!, SlotTypes.BuiltIn.Concat(_lists.Keys))}");
        }

        foreach (var other in intent.Yields.Where(i => !_intents.ContainsKey(i)))
            _sink.Error(intent.Position, PackMessageCode.UnknownIntent, $"'{intent.Id}' yields to '{other}', which no contract declares{MessageSink.DidYouMean(other, _intents.Keys)}");
        if (intent.Call is { Url: { } url } service && _options.ServiceHosts is { } hosts && !ServiceHost.IsListed(url, hosts))
            _sink.Warning(service.Position, PackMessageCode.ForbiddenHost, $"the call will be refused: add '{ServiceHost.Of(url)}' to serviceHosts in voicemed.yaml");
        if (intent.Call is not { Operation: { } name2 } call || _options.Operations is not { } operations)
            return;
        var operation = operations.FirstOrDefault(o => o.Name == name2);
        if (operation is null)
        {
            _sink.Error(call.Position, PackMessageCode.UnknownOperation,
                $"there is no operation '{name2}'{MessageSink.DidYouMean(name2, operations.Select(o => o.Name))}");
            return;
        }

        foreach (var parameter in call.Parameters.Keys.Where(p => !operation.Parameters.ContainsKey(p)))
        {
            _sink.Error(call.Position, PackMessageCode.UnknownParameter,
                $"'{name2}' has no parameter '{parameter}'{MessageSink.DidYouMean(parameter, operation.Parameters.Keys)}; it has {string.Join(", ", operation.Parameters.Keys)}");
        }

        foreach (var parameter in operation.Parameters.Where(p => p.Value && !call.Parameters.ContainsKey(p.Key)))
            _sink.Error(call.Position, PackMessageCode.MissingParameter, $"'{name2}' needs the parameter '{parameter.Key}'");
    }

    private void Language(string code)
    {
        var files = _packs.SelectMany(p => p.Languages.Where(f => f.Language == code).Select(f => (p.Name, File: f))).ToArray();
        if (files.Length == 0)
            return;
        var templates = new TemplateChecker([.. files.Select(f => (f.Name, f.File))], _intents, _lists, _sink);
        templates.CheckRules();
        foreach (var (pack, file) in files)
        {
            Lists(file);
            templates.CheckFile(pack, file);
            foreach (var intent in file.Intents)
                Intent(intent);
            foreach (var dialogue in file.Dialogues)
                Dialogue(dialogue);
            Replies(file.Replies.Values, new SourcePosition(file.Path, 1, 1));
        }

        Completeness(code, [.. files.Select(f => f.File)]);
    }

    private void Lists(LanguageFile file)
    {
        foreach (var (name, values) in file.Lists)
        {
            if (!_lists.TryGetValue(name, out var contract))
            {
                _sink.Error(file.ListPositions[name], PackMessageCode.UnknownList, $"no contract file declares the list '{name}'{MessageSink.DidYouMean(name, _lists.Keys)}");
                continue;
            }

            foreach (var value in values.Where(v => !contract.Dynamic && !contract.Values.Contains(v.Value)))
            {
                _sink.Error(value.Position, PackMessageCode.UnknownListValue,
                    $"the list '{name}' has no value '{value.Value}'{MessageSink.DidYouMean(value.Value, contract.Values)}");
            }
        }
    }

    private void Intent(LanguageIntent intent)
    {
        if (!_intents.TryGetValue(intent.Id, out var contract))
        {
            _sink.Error(intent.Position, PackMessageCode.UnknownIntent, $"no contract file declares '{intent.Id}'{MessageSink.DidYouMean(intent.Id, _intents.Keys)}");
            return;
        }

        Replies(intent.Replies.Values.Concat([new ReplySet(intent.Confirm, [.. intent.Prompts.Values.SelectMany(p => p)], null)]), intent.Position);
        foreach (var slot in intent.Prompts.Keys.Where(s => !contract.Slots.ContainsKey(s)))
            _sink.Error(intent.Position, PackMessageCode.UnknownSlot, $"a prompt asks for '{slot}', which '{intent.Id}' does not have");
        foreach (var test in intent.Tests)
        {
            TestSlots(test.Slots ?? new Dictionary<string, string>(), contract, test.Position);
            foreach (var parameter in test.Parameters.Keys.Where(p => contract.Call?.Parameters.ContainsKey(p) != true))
                _sink.Error(test.Position, PackMessageCode.BadTest, $"the call of '{intent.Id}' has no parameter '{parameter}'");
        }
    }

    private void Dialogue(DialogueScript dialogue)
    {
        foreach (var turn in dialogue.Turns.Where(t => t.Intent is not null and not "none"))
        {
            if (_intents.TryGetValue(turn.Intent!, out var contract))
                TestSlots(turn.Slots, contract, turn.Position);
            else
                _sink.Error(turn.Position, PackMessageCode.BadTest, $"there is no intent '{turn.Intent}'{MessageSink.DidYouMean(turn.Intent!, _intents.Keys)}");
        }
    }

    private void TestSlots(IReadOnlyDictionary<string, string> slots, IntentContract contract, SourcePosition position)
    {
        foreach (var slot in slots.Keys.Where(s => !contract.Slots.ContainsKey(s)))
        {
            _sink.Error(position, PackMessageCode.BadTest,
                $"'{contract.Id}' has no slot '{slot}'{MessageSink.DidYouMean(slot, contract.Slots.Keys)}");
        }
    }

    private void Replies(IEnumerable<ReplySet> replies, SourcePosition position)
    {
        foreach (var list in replies.SelectMany(r => r.Speech.Concat(r.Screen).Concat(r.Item is null ? [] : [r.Item])).SelectMany(t => t.Lists).Distinct().Where(l => !_lists.ContainsKey(l)))
            _sink.Warning(position, PackMessageCode.UnknownList, $"a reply speaks a value of the list '{list}', which nobody declares");
    }

    private void Completeness(string code, IReadOnlyList<LanguageFile> files)
    {
        var spoken = files.SelectMany(f => f.Intents).ToLookup(i => i.Id, StringComparer.Ordinal);
        var shared = files.SelectMany(f => f.Replies.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var contract in _intents.Values)
        {
            var parts = spoken[contract.Id].ToArray();
            if (!parts.Any(p => p.Sentences.Count > 0))
            {
                _sink.Warning(contract.Position, PackMessageCode.MissingSentences, $"'{contract.Id}' has no sentences in '{code}'");
                continue;
            }

            foreach (var slot in contract.Slots.Values.Where(s => s.Required && !parts.Any(p => p.Prompts.ContainsKey(s.Name))))
            {
                _sink.Error(parts[0].Position, PackMessageCode.MissingPrompt,
                    $"'{contract.Id}' requires '{slot.Name}': write how to ask for it under 'prompts: {{ {slot.Name}: … }}'");
            }

            string[] wanted = contract.Call is null ? [ReplyOutcome.Done] : [ReplyOutcome.None, ReplyOutcome.Denied, ReplyOutcome.Error];
            foreach (var outcome in wanted.Where(o => !shared.Contains(o) && !parts.Any(p => p.Replies.ContainsKey(o))))
                _sink.Warning(parts[0].Position, PackMessageCode.MissingReply, $"'{contract.Id}' has no reply for the outcome '{outcome}'");
        }

        foreach (var list in _lists.Values.Where(l => !l.Dynamic))
        {
            var said = files.SelectMany(f => f.Lists.TryGetValue(list.Name, out var values) ? values : []).Select(v => v.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var value in list.Values.Where(v => !said.Contains(v)))
                _sink.Warning(list.Position, PackMessageCode.MissingListValue, $"the value '{value}' of '{list.Name}' has no words in '{code}'");
        }
    }
}
