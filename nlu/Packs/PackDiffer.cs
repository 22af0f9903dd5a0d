using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.Linking;

namespace VoiceMed.Nlu.Packs;

/// <summary>Tells two sets of packs apart, intent by intent.</summary>
internal static class PackDiffer
{
    public static PackDiff Diff(PackSet before, PackSet after, IReadOnlyList<string> setAside)
    {
        var common = before.Intents.Keys.Where(after.Intents.ContainsKey);
        return new PackDiff(
            [.. after.Intents.Keys.Where(i => !before.Intents.ContainsKey(i))],
            [.. before.Intents.Keys.Where(i => !after.Intents.ContainsKey(i))],
            [.. common.Where(i => Fingerprint(before, i) != Fingerprint(after, i))],
            setAside);
    }

    private static string Fingerprint(PackSet set, string id)
    {
        var contract = set.Intents[id];
        var parts = new List<string> { Describe(contract) };
        foreach (var language in set.Languages.Values)
        {
            foreach (var intent in language.Intents.Where(i => i.Contract.Id == id))
            {
                parts.AddRange(intent.Sentences.Select(s => s.Template.Text));
                parts.AddRange(intent.Parts.SelectMany(p => p.Replies).SelectMany(r => r.Value.Speech.Concat(r.Value.Screen).Select(t => r.Key + t.Text)));
                parts.AddRange(intent.Parts.SelectMany(p => p.Prompts).SelectMany(p => p.Value.Select(t => p.Key + t.Text)));
            }
        }

        return string.Join('\n', parts);
    }

    private static string Describe(IntentContract contract) => string.Join('\n',
    [
        contract.Summary, $"{contract.Sensitivity} {contract.Confirm} {contract.Present}",
        string.Join(',', contract.Slots.Values.Select(s => $"{s.Name}:{s.Type}:{s.Required}:{s.Inherit}:{s.Many}")),
        contract.Call is { } call ? $"{call.Method} {call.Target} {string.Join(',', call.Parameters)} {call.ResultPath} {call.Timeout}" : "",
        string.Join(',', contract.Requires.Concat(contract.Sets).Concat(contract.Yields)),
    ]);
}
