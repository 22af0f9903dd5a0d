using VoiceMed.Nlu.Packs.Yaml;
using VoiceMed.Nlu.Replies;
using VoiceMed.Nlu.Templates;

namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>Reads a language file. Everything that can be judged without the other files is judged here.</summary>
internal sealed class LanguageFileReader(MessageSink sink)
{
    public LanguageFile Read(string path, string language, string text)
    {
        var file = new LanguageFile(path, language);
        switch (YamlFile.Read(path, text, sink))
        {
            case YamlMap map:
                return ReadTop(file, new MapReader(map, sink));
            case { } other:
                sink.Error(other.Position, PackMessageCode.WrongKind, "a language file is a mapping with 'intents', 'rules', 'lists' and others");
                break;
        }

        return file;
    }

    private LanguageFile ReadTop(LanguageFile file, MapReader top)
    {
        var lists = top.Map("lists")?.Entries ?? [];
        var read = file with
        {
            Rules = Rules(top),
            Lists = lists.ToDictionary(e => e.Key.Value, ReadList, StringComparer.Ordinal),
            ListPositions = lists.ToDictionary(e => e.Key.Value, e => e.Key.Position, StringComparer.Ordinal),
            Skip = Utterances(top, "skip"),
            Corrections = Utterances(top, "corrections"),
            Conjunctions = Utterances(top, "conjunctions"),
            Fragments = Templates(top.Texts("fragments")),
            OutOfScope = Templates(top.Texts("out-of-scope")),
            Replies = ReadReplies(top),
            Unheard = Unheard(top),
            Intents = [.. (top.Map("intents")?.Entries ?? []).Select(ReadIntent).OfType<LanguageIntent>()],
            Dialogues = new ScriptReader(sink).Dialogues(top),
        };
        top.RejectUnknown();
        return read;
    }

    // Reason to words: the reason is for people.
    private List<Utterance> Unheard(MapReader top) =>
        [.. (top.Map("unheard")?.Entries ?? []).SelectMany(e => MapReader.AsTexts(e.Value, sink, $"the words under '{e.Key.Value}'")).Select(w => new Utterance(w.Value, w.Position))];

    private Dictionary<string, SentenceTemplate> Rules(MapReader top)
    {
        var rules = new Dictionary<string, SentenceTemplate>(StringComparer.Ordinal);
        foreach (var entry in top.Map("rules")?.Entries ?? [])
        {
            if (MapReader.AsText(entry.Value, sink, $"the rule '{entry.Key.Value}'") is not { } text)
                continue;

            // A rule that does not parse is still declared, so that the sentences using it are not blamed.
            rules[entry.Key.Value] = Template(text, false) ?? new SentenceTemplate(text.Value, new TemplateNode.Sequence([]), entry.Key.Position);
        }

        return rules;
    }

    private IReadOnlyList<ListValue> ReadList(YamlEntry entry)
    {
        if (entry.Value is not YamlMap map)
        {
            sink.Error(entry.Value.Position, PackMessageCode.WrongKind, $"the list '{entry.Key.Value}' is a mapping of values to words");
            return [];
        }

        return [.. map.Entries.Select(value => new ListValue(
            value.Key.Value,
            Templates(MapReader.AsTexts(value.Value, sink, $"the words for '{value.Key.Value}'"), inflected: true),
            value.Key.Position))];
    }

    private LanguageIntent? ReadIntent(YamlEntry entry)
    {
        if (entry.Value is not YamlMap map)
        {
            sink.Error(entry.Value.Position, PackMessageCode.WrongKind, $"'{entry.Key.Value}' must be a mapping");
            return null;
        }

        var reader = new MapReader(map, sink);
        var prompts = new Dictionary<string, IReadOnlyList<ReplyTemplate>>(StringComparer.Ordinal);
        foreach (var prompt in reader.Map("prompts")?.Entries ?? [])
            prompts[prompt.Key.Value] = ReplyTemplates(MapReader.AsTexts(prompt.Value, sink, "a prompt"));
        var intent = new LanguageIntent(
            entry.Key.Value,
            reader.Text("hint")?.Value,
            Templates(reader.Texts("sentences")),
            Utterances(reader, "negatives"),
            prompts,
            ReplyTemplates(reader.Texts("confirm")),
            ReadReplies(reader),
            new ScriptReader(sink).Tests(reader),
            entry.Key.Position);
        reader.RejectUnknown();
        return intent;
    }

    private Dictionary<string, ReplySet> ReadReplies(MapReader owner)
    {
        var replies = new Dictionary<string, ReplySet>(StringComparer.Ordinal);
        foreach (var entry in owner.Map("replies")?.Entries ?? [])
        {
            if (!ReplyOutcome.All.Contains(entry.Key.Value))
            {
                sink.Error(entry.Key.Position, PackMessageCode.UnknownOutcome,
                    $"'{entry.Key.Value}' is no outcome{MessageSink.DidYouMean(entry.Key.Value, ReplyOutcome.All)}; known: {string.Join(", ", ReplyOutcome.All)}");
                continue;
            }

            replies[entry.Key.Value] = ReadReply(entry.Value);
        }

        return replies;
    }

    private ReplySet ReadReply(YamlValue value)
    {
        if (value is not YamlMap map)
        {
            var variants = ReplyTemplates(MapReader.AsTexts(value, sink, "a reply"));
            return new ReplySet(variants, variants, null);
        }

        var reader = new MapReader(map, sink);
        var speech = ReplyTemplates(reader.Texts("speech"));
        var screen = ReplyTemplates(reader.Texts("screen"));
        var item = reader.Text("item") is { } text ? ReplyTemplates([text]).FirstOrDefault() : null;
        reader.RejectUnknown();
        if (reader.Value("speech") is null && reader.Value("screen") is null)
            sink.Error(map.Position, PackMessageCode.MissingKey, "a reply has 'speech' or 'screen'");
        return new ReplySet(speech.Count > 0 ? speech : screen, screen.Count > 0 ? screen : speech, item);
    }

    private List<ReplyTemplate> ReplyTemplates(IEnumerable<YamlText> texts)
    {
        var templates = new List<ReplyTemplate>();
        foreach (var text in texts)
        {
            var template = ReplyTemplate.Parse(text.Value, text.At(0), out var error);
            if (error is not null)
                sink.Error(error.Position, error.Code, error.Text);
            if (template is not null)
                templates.Add(template);
        }

        return templates;
    }

    private List<SentenceTemplate> Templates(IEnumerable<YamlText> texts, bool inflected = false) =>
        [.. texts.Select(t => Template(t, inflected)).OfType<SentenceTemplate>()];

    private SentenceTemplate? Template(YamlText text, bool inflected)
    {
        var node = TemplateParser.Parse(text.Value, text.At(0), inflected, out var error);
        if (error is not null)
            sink.Error(error.Position, error.Code, error.Text);
        return node is null ? null : new SentenceTemplate(text.Value, node, text.Position);
    }

    private static Utterance[] Utterances(MapReader reader, string key) =>
        [.. reader.Texts(key).Select(t => new Utterance(t.Value, t.Position))];
}
