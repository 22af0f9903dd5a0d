using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Nlu.Parsing;

/// <summary>An intent understood in an utterance. Immutable.</summary>
/// <param name="Contract">What the intent is.</param>
/// <param name="Slots">Values by slot name.</param>
/// <param name="Confidence">0-1; a template's match is 0.9 or more.</param>
/// <param name="Source">What understood it.</param>
/// <param name="Sentence">The template that matched, or null.</param>
public sealed record IntentMatch(
    IntentContract Contract, IReadOnlyDictionary<string, SlotValue> Slots, double Confidence, MatchSource Source, string? Sentence)
{
    /// <summary>The intent's identifier.</summary>
    public string Intent => Contract.Id;

    /// <summary>The call with its parameters filled from the slots, or null when the intent calls nothing.</summary>
    public IntentCall? Call => Contract.Call is not { } call ? null : new IntentCall(
        call.Target,
        call.Parameters.Where(p => !p.Value.StartsWith('$') || Slots.ContainsKey(p.Value[1..]))
            .ToDictionary(p => p.Key, p => p.Value.StartsWith('$') ? Slots[p.Value[1..]].Value : p.Value, StringComparer.Ordinal));

    /// <summary>Required slots that have no value.</summary>
    public IReadOnlyList<string> Missing => [.. Contract.Slots.Values.Where(s => s.Required && !Slots.ContainsKey(s.Name)).Select(s => s.Name)];
}
