using System.Buffers;
using VoiceMed.Nlu.Packs.Linking;
using VoiceMed.Nlu.Templates;

namespace VoiceMed.Nlu.Replies;

/// <summary>All replies, prompts and confirmation questions of one language. Immutable and thread-safe.</summary>
internal sealed class ReplyBook
{
    private const int SpokenItems = 3;
    private static readonly SearchValues<char> s_templateCharacters = SearchValues.Create("[](){}<>|;");
    private readonly LinkedLanguage _linked;
    private readonly Dictionary<string, LinkedIntent> _intents;
    private readonly ReplyRenderer _renderer;

    public ReplyBook(LinkedLanguage linked)
    {
        _linked = linked;
        _intents = linked.Intents.ToDictionary(i => i.Contract.Id, StringComparer.Ordinal);
        _renderer = new ReplyRenderer(linked.Language, Spoken);
    }

    public Reply Reply(
        string intent, string outcome, IReadOnlyDictionary<string, string> values,
        IReadOnlyList<IReadOnlyDictionary<string, string>> items, int seed)
    {
        var set = _intents.GetValueOrDefault(intent)?.Reply(outcome) ?? _linked.Replies.GetValueOrDefault(outcome);
        if (set is null)
            return Replies.Reply.Empty;
        var item = set.Item ?? ItemOf(intent);
        var lines = items.Select(i => item is null ? "" : _renderer.Render(item, With(values, i))).ToArray();
        var all = new Dictionary<string, string>(items.Count > 0 ? With(values, items[0]) : values, StringComparer.Ordinal);
        if (lines.Length > 0)
        {
            all.TryAdd("count", lines.Length.ToString());
            all.TryAdd("first", lines[0]);
            all.TryAdd("items", string.Join("; ", lines.Take(SpokenItems)));
            if (lines.Length > SpokenItems)
                all.TryAdd("more", (lines.Length - SpokenItems).ToString());
        }

        return new Reply(Choose(set.Speech, all, seed), Choose(set.Screen, all, seed), lines);
    }

    public string? Prompt(string intent, string slot, IReadOnlyDictionary<string, string> values, int seed) =>
        _intents.GetValueOrDefault(intent)?.Prompts(slot) is { Count: > 0 } prompts ? Choose(prompts, values, seed) : null;

    public string? Confirm(string intent, IReadOnlyDictionary<string, string> values, int seed) =>
        _intents.GetValueOrDefault(intent)?.Confirm is { Count: > 0 } questions ? Choose(questions, values, seed) : null;

    public string? Spoken(string list, string value)
    {
        if (!_linked.Lists.TryGetValue(list, out var values))
            return null;
        if (values.FirstOrDefault(v => v.Value == value)?.Forms is not { Count: > 0 } forms)
            return null;
        var text = forms[0].Text.Replace("=", "", StringComparison.Ordinal).Replace("~", "", StringComparison.Ordinal);
        return text.AsSpan().ContainsAny(s_templateCharacters) ? string.Join(' ', TemplateExpander.Words(forms[0].Node).First().Select(w => w.Text)) : text;
    }

    private ReplyTemplate? ItemOf(string intent) =>
        _intents.GetValueOrDefault(intent)?.Reply(ReplyOutcome.Many)?.Item ?? _intents.GetValueOrDefault(intent)?.Reply(ReplyOutcome.One)?.Item;

    private string Choose(IReadOnlyList<ReplyTemplate> variants, IReadOnlyDictionary<string, string> values, int seed)
    {
        var possible = variants.Where(v => ReplyRenderer.CanRender(v, values)).ToArray();
        var from = possible.Length > 0 ? possible : [.. variants];
        return from.Length == 0 ? "" : _renderer.Render(from[(int)((uint)seed % (uint)from.Length)], values);
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> more)
    {
        var all = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var (name, value) in more)
            all[name] = value;
        return all;
    }
}
