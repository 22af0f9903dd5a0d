using System.Globalization;
using VoiceMed.Nlu.Packs.Yaml;

namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>Reads a contract file. Everything that can be judged without the other files is judged here.</summary>
internal sealed class ContractFileReader(MessageSink sink)
{
    public ContractFile Read(string path, string text)
    {
        var intents = new List<IntentContract>();
        var lists = new List<ListContract>();
        switch (YamlFile.Read(path, text, sink))
        {
            case YamlMap map:
                var top = new MapReader(map, sink);
                foreach (var entry in top.Map("lists")?.Entries ?? [])
                    ReadList(entry, lists);
                foreach (var entry in top.Map("intents")?.Entries ?? [])
                    ReadIntent(entry, intents);
                top.RejectUnknown();
                break;
            case { } other:
                sink.Error(other.Position, PackMessageCode.WrongKind, "a contract file is a mapping with 'lists' and 'intents'");
                break;
        }

        return new ContractFile(path, intents, lists);
    }

    private void ReadList(YamlEntry entry, List<ListContract> lists)
    {
        CheckIdentifier(entry.Key);
        if (AsMap(entry) is not { } map)
            return;
        var reader = new MapReader(map, sink);
        var dynamic = reader.Flag("dynamic");
        var values = reader.Texts("values");
        reader.RejectUnknown();
        foreach (var value in values)
            CheckIdentifier(value);
        foreach (var twice in values.GroupBy(v => v.Value).SelectMany(g => g.Skip(1)))
            sink.Error(twice.Position, PackMessageCode.DuplicateDeclaration, $"the value '{twice.Value}' stands twice in the list");
        if (!dynamic && reader.Value("values") is null)
            sink.Error(map.Position, PackMessageCode.MissingKey, "a list has 'values' or is 'dynamic: true'");
        if (dynamic && values.Count > 0)
            sink.Error(values[0].Position, PackMessageCode.BadChoice, "a dynamic list gets its values from the host: remove 'values'");
        lists.Add(new ListContract(entry.Key.Value, [.. values.Select(v => v.Value).Distinct()], dynamic, entry.Key.Position));
    }

    private void ReadIntent(YamlEntry entry, List<IntentContract> intents)
    {
        CheckIdentifier(entry.Key);
        if (entry.Key.Value == "none")
            sink.Error(entry.Key.Position, PackMessageCode.BadIdentifier, "'none' is what nobody understood; name the intent otherwise");
        if (AsMap(entry) is not { } map)
            return;
        var reader = new MapReader(map, sink);
        var summary = reader.RequiredText("summary")?.Value ?? "";
        var frequent = reader.Flag("frequent");
        var slots = ReadSlots(reader);
        var call = reader.Map("call") is { } callMap ? ReadCall(callMap, slots) : null;
        var sensitivity = reader.Choice("sensitivity", Sensitivity.Normal);
        var confirm = reader.Choice("confirm", Confirmation.None);
        var present = reader.Choice("present", Presentation.Both);
        var requires = Contexts(reader, "requires");
        var sets = Contexts(reader, "sets");
        var yields = reader.Texts("yields").Select(y => y.Value).ToArray();
        if (sensitivity != Sensitivity.Normal && present == Presentation.Speak)
            sink.Error(reader.Text("present")!.Position, PackMessageCode.SpokenSecret, "restricted data is never only spoken: present it on the screen");
        reader.RejectUnknown();
        intents.Add(new IntentContract(
            entry.Key.Value, summary, frequent, slots, call, sensitivity, confirm, present, requires, sets, yields, entry.Key.Position));
    }

    private Dictionary<string, SlotDefinition> ReadSlots(MapReader intent)
    {
        var slots = new Dictionary<string, SlotDefinition>(StringComparer.Ordinal);
        foreach (var entry in intent.Map("slots")?.Entries ?? [])
        {
            CheckIdentifier(entry.Key);
            switch (entry.Value)
            {
                case YamlText text when MapReader.AsText(text, sink, "a slot's type") is not null:
                    CheckType(text);
                    slots[entry.Key.Value] = new SlotDefinition(
                        entry.Key.Value, SlotTypes.Canonical(text.Value), false, null, false, entry.Key.Position);
                    break;
                case YamlMap map:
                    var reader = new MapReader(map, sink);
                    var type = reader.RequiredText("type");
                    if (type is not null)
                        CheckType(type);
                    var required = reader.Flag("required");
                    var many = reader.Flag("many");
                    var inherit = reader.Text("inherit");
                    if (inherit is not null)
                        CheckDialogueKey(inherit, DialogueKeys.Inheritable);
                    reader.RejectUnknown();
                    slots[entry.Key.Value] = new SlotDefinition(
                        entry.Key.Value, SlotTypes.Canonical(type?.Value ?? SlotTypes.Text), required, inherit?.Value, many, entry.Key.Position);
                    break;
                case YamlList list:
                    sink.Error(list.Position, PackMessageCode.WrongKind, "a slot is a type or a mapping with 'type'");
                    break;
            }
        }

        return slots;
    }

    private CallDefinition ReadCall(YamlMap map, Dictionary<string, SlotDefinition> slots)
    {
        var reader = new MapReader(map, sink);
        var operation = reader.Text("operation");
        var get = reader.Text("get");
        var post = reader.Text("post");
        var handler = reader.Text("handler");
        if (new[] { operation, get, post, handler }.Count(t => t is not null) != 1)
            sink.Error(map.Position, PackMessageCode.BadCall, "a call has exactly one of 'operation', 'get', 'post', 'handler'");
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in reader.Map("parameters")?.Entries ?? [])
        {
            if (MapReader.AsText(entry.Value, sink, $"the parameter '{entry.Key.Value}'") is not { } value)
                continue;
            parameters[entry.Key.Value] = value.Value;
            if (value.Value.StartsWith('$'))
                CheckSlot(value.Value[1..], value.Position, slots);
        }

        var url = get ?? post;
        if (url is not null)
            CheckUrl(url, slots);
        var result = reader.Text("result")?.Value;
        var timeout = ReadTimeout(reader);
        reader.RejectUnknown();
        return new CallDefinition(
            operation?.Value, parameters, url is null ? null : get is null ? "POST" : "GET", url?.Value, result, timeout, handler?.Value, map.Position);
    }

    private TimeSpan ReadTimeout(MapReader call)
    {
        var otherwise = TimeSpan.FromSeconds(3);
        if (call.Text("timeout") is not { } text)
            return otherwise;
        if (double.TryParse(text.Value, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 30)
            return TimeSpan.FromSeconds(seconds);
        sink.Error(text.Position, PackMessageCode.BadCall, $"'timeout' is a number of seconds, more than 0 and at most 30, not '{text.Value}'");
        return otherwise;
    }

    private void CheckUrl(YamlText url, Dictionary<string, SlotDefinition> slots)
    {
        var value = url.Value;
        for (var open = value.IndexOf('{', StringComparison.Ordinal); open >= 0; open = value.IndexOf('{', open + 1))
        {
            var close = value.IndexOf('}', open);
            if (close < 0)
            {
                sink.Error(url.At(open), PackMessageCode.BadCall, "'{' without '}' in the URL");
                return;
            }

            CheckSlot(value[(open + 1)..close], url.At(open), slots);
        }

        var plain = value.Replace('{', '_').Replace('}', '_');
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            sink.Error(url.Position, PackMessageCode.BadCall, $"'{value}' is not an http(s) URL");
        else if (uri.Host.Contains('_'))
            sink.Error(url.Position, PackMessageCode.BadCall, "a slot may not choose the host");
    }

    private void CheckSlot(string name, SourcePosition position, Dictionary<string, SlotDefinition> slots)
    {
        if (!slots.ContainsKey(name) && !DialogueKeys.Inheritable.Contains(name))
        {
            sink.Error(position, PackMessageCode.UnknownSlot,
                $"'{name}' is neither a slot of this intent nor a dialogue value{MessageSink.DidYouMean(name, slots.Keys.Concat(DialogueKeys.Inheritable))}");
        }
    }

    private string[] Contexts(MapReader reader, string key)
    {
        var texts = reader.Texts(key);
        foreach (var text in texts)
            CheckDialogueKey(text, DialogueKeys.Contexts);
        return [.. texts.Select(t => t.Value)];
    }

    private void CheckDialogueKey(YamlText text, IReadOnlyList<string> known)
    {
        if (!known.Contains(text.Value))
        {
            sink.Error(text.Position, PackMessageCode.BadChoice,
                $"'{text.Value}' is no dialogue value{MessageSink.DidYouMean(text.Value, known)}; known: {string.Join(", ", known)}");
        }
    }

    private void CheckType(YamlText type)
    {
        // Whether a list of that name exists is known only when all files are read.
        if (type.Value.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_' or ':')))
            sink.Error(type.Position, PackMessageCode.UnknownSlotType, $"'{type.Value}' is no slot type");
    }

    private void CheckIdentifier(YamlText key)
    {
        if (key.Value.Length == 0 || key.Value.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-')))
            sink.Error(key.Position, PackMessageCode.BadIdentifier, $"'{key.Value}' may hold ASCII letters, digits, '.', '_' and '-' only");
    }

    private YamlMap? AsMap(YamlEntry entry)
    {
        if (entry.Value is YamlMap map)
            return map;
        sink.Error(entry.Value.Position, PackMessageCode.WrongKind, $"'{entry.Key.Value}' must be a mapping");
        return null;
    }
}
