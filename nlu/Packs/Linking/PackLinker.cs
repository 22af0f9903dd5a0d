using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Templates;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>Puts the files of all packs together. Says nothing: <see cref="PackChecker"/> has judged them.</summary>
internal static class PackLinker
{
    public static PackSet Link(IReadOnlyList<PackFiles> packs, Languages languages)
    {
        var intents = new Dictionary<string, IntentContract>(StringComparer.Ordinal);
        var lists = new Dictionary<string, ListContract>(StringComparer.Ordinal);
        foreach (var file in packs.SelectMany(p => p.Contracts))
        {
            foreach (var intent in file.Intents)
                intents.TryAdd(intent.Id, intent);
            foreach (var list in file.Lists)
                lists.TryAdd(list.Name, list);
        }

        var linked = languages.All.ToDictionary(l => l.Code, l => Link(packs, l, intents), StringComparer.Ordinal);
        return new PackSet(intents, lists, linked);
    }

    private static LinkedLanguage Link(IReadOnlyList<PackFiles> packs, ILanguage language, Dictionary<string, IntentContract> intents)
    {
        var rules = new Dictionary<string, TemplateNode>(StringComparer.Ordinal);
        var lists = new Dictionary<string, IReadOnlyList<ListValue>>(StringComparer.Ordinal);
        var sentences = intents.Keys.ToDictionary(id => id, _ => new List<LinkedSentence>(), StringComparer.Ordinal);
        var parts = intents.Keys.ToDictionary(id => id, _ => new List<LanguageIntent>(), StringComparer.Ordinal);
        var files = packs.SelectMany(p => p.Languages.Where(f => f.Language == language.Code).Select(f => (Pack: p.Name, File: f))).ToArray();
        foreach (var (pack, file) in files)
        {
            foreach (var (name, rule) in file.Rules)
                rules.TryAdd(pack + "/" + name, rule.Node);
            foreach (var (name, values) in file.Lists)
                lists[name] = lists.TryGetValue(name, out var before) ? Merge(before, values) : values;
            foreach (var intent in file.Intents.Where(i => intents.ContainsKey(i.Id)))
            {
                sentences[intent.Id].AddRange(intent.Sentences.Select(s => new LinkedSentence(pack, s)));
                parts[intent.Id].Add(intent);
            }
        }

        return new LinkedLanguage(language)
        {
            Rules = rules,
            Lists = lists,
            Intents = [.. intents.Values.Select(c => new LinkedIntent(c, sentences[c.Id], parts[c.Id]))],
            Fragments = [.. files.SelectMany(f => f.File.Fragments.Select(s => new LinkedSentence(f.Pack, s)))],
            Skip = [.. files.SelectMany(f => f.File.Skip)],
            Corrections = [.. files.SelectMany(f => f.File.Corrections)],
            Conjunctions = [.. files.SelectMany(f => f.File.Conjunctions)],
            OutOfScope = [.. files.SelectMany(f => f.File.OutOfScope.Select(s => new LinkedSentence(f.Pack, s)))],
            Unheard = [.. files.SelectMany(f => f.File.Unheard)],
            Replies = files.SelectMany(f => f.File.Replies).GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal),
            Dialogues = [.. files.SelectMany(f => f.File.Dialogues)],
        };
    }

    private static ListValue[] Merge(IReadOnlyList<ListValue> before, IReadOnlyList<ListValue> more) =>
        [.. before.Concat(more).GroupBy(v => v.Value, StringComparer.Ordinal)
            .Select(g => new ListValue(g.Key, [.. g.SelectMany(v => v.Forms)], g.First().Position))];
}
