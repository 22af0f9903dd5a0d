using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu.Dialogues;

/// <summary>What a dialogue remembers between turns. Immutable.</summary>
public sealed record DialogueContext
{
    /// <summary>Nothing is known.</summary>
    public static DialogueContext Empty { get; } = new();

    /// <summary>Known values by <see cref="Packs.Contracts.DialogueKeys.Inheritable"/>: patient, hospital, period and others.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>();

    /// <summary>The list on the screen, in its order; empty when there is none.</summary>
    public IReadOnlyList<DialogueItem> List { get; init; } = [];

    /// <summary>The last intent that was carried out, for follow-ups and corrections, or null.</summary>
    public IntentMatch? Previous { get; init; }

    /// <summary>The question that waits for an answer, or null.</summary>
    public PendingQuestion? Pending { get; init; }

    /// <summary>The hospitals of <see cref="List"/>, each once, in the order shown: what "the second hospital" counts.</summary>
    public IReadOnlyList<string> Hospitals => [.. List.Select(i => i.Hospital).OfType<string>().Distinct()];

    /// <summary>The same with <paramref name="key"/> known as <paramref name="value"/>; null forgets it.</summary>
    public DialogueContext With(string key, string? value)
    {
        var known = new Dictionary<string, string>(Known, StringComparer.Ordinal);
        if (value is null)
            known.Remove(key);
        else
            known[key] = value;
        return this with { Known = known };
    }
}
