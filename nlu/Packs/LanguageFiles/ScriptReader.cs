using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.Yaml;

namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>Reads the tests and dialogues of a language file.</summary>
internal sealed class ScriptReader(MessageSink sink)
{
    private static readonly Dictionary<string, string> s_none = [];

    public List<PackTest> Tests(MapReader owner)
    {
        var tests = new List<PackTest>();
        foreach (var item in Items(owner, "tests"))
        {
            var reader = new MapReader(item, sink);
            var say = reader.Texts("say");
            if (reader.Value("say") is null)
                sink.Error(item.Position, PackMessageCode.MissingKey, "a test says something: 'say' is missing");
            var slots = reader.Value("slots") is null ? null : Texts(reader, "slots");
            string? operation = null;
            var parameters = s_none;
            if (reader.Map("call") is { } call)
            {
                var callReader = new MapReader(call, sink);
                operation = callReader.Text("operation")?.Value;
                parameters = Texts(callReader, "parameters");
                callReader.RejectUnknown();
            }

            reader.RejectUnknown();
            tests.Add(new PackTest([.. say.Select(s => new Utterance(s.Value, s.Position))], slots, operation, parameters, item.Position));
        }

        return tests;
    }

    public List<DialogueScript> Dialogues(MapReader top)
    {
        var dialogues = new List<DialogueScript>();
        foreach (var item in Items(top, "dialogues"))
        {
            var reader = new MapReader(item, sink);
            var name = reader.RequiredText("name")?.Value ?? "";
            var context = Context(reader);
            var turns = Items(reader, "turns").Select(Turn).ToArray();
            if (turns.Length == 0 && reader.Value("turns") is null)
                sink.Error(item.Position, PackMessageCode.MissingKey, "a dialogue has 'turns'");
            reader.RejectUnknown();
            dialogues.Add(new DialogueScript(name, context, turns, item.Position));
        }

        return dialogues;
    }

    private Dictionary<string, string> Context(MapReader dialogue)
    {
        foreach (var entry in dialogue.Map("context")?.Entries ?? [])
        {
            if (!DialogueKeys.Inheritable.Contains(entry.Key.Value))
            {
                sink.Error(entry.Key.Position, PackMessageCode.BadTest,
                    $"'{entry.Key.Value}' is no dialogue value{MessageSink.DidYouMean(entry.Key.Value, DialogueKeys.Inheritable)}");
            }
        }

        return Texts(dialogue, "context");
    }

    private DialogueScriptTurn Turn(YamlMap item)
    {
        var reader = new MapReader(item, sink);
        var say = reader.RequiredText("say")?.Value ?? "";
        var intent = reader.Text("intent")?.Value;
        var slots = Texts(reader, "slots");
        var call = Texts(reader, "call");
        var asks = reader.Text("asks")?.Value;
        int? shows = null;
        if (reader.Text("shows") is { } text)
        {
            if (int.TryParse(text.Value, out var number) && number is >= 0 and <= 10_000)
                shows = number;
            else
                sink.Error(text.Position, PackMessageCode.BadTest, $"'shows' is a number of items, not '{text.Value}'");
        }

        var focus = reader.Text("focus")?.Value;
        reader.RejectUnknown();
        return new DialogueScriptTurn(say, intent, slots, call, asks, shows, focus, item.Position);
    }

    private IEnumerable<YamlMap> Items(MapReader owner, string key)
    {
        switch (owner.Value(key))
        {
            case null:
                yield break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    if (item is YamlMap map)
                        yield return map;
                    else
                        sink.Error(item.Position, PackMessageCode.WrongKind, $"an item of '{key}' must be a mapping");
                }

                break;
            case { } other:
                sink.Error(other.Position, PackMessageCode.WrongKind, $"'{key}' must be a list");
                break;
        }
    }

    private Dictionary<string, string> Texts(MapReader owner, string key)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in owner.Map(key)?.Entries ?? [])
        {
            if (MapReader.AsText(entry.Value, sink, $"'{entry.Key.Value}'") is { } text)
                texts[entry.Key.Value] = text.Value;
        }

        return texts;
    }
}
