namespace VoiceMed.Nlu.Evaluation;

/// <summary>An utterance with what it means.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Intent">The intent's identifier, or <c>none</c>.</param>
/// <param name="Slots">Expected slots, or null when the file says nothing of them.</param>
public sealed record LabelledUtterance(string Text, string Intent, IReadOnlyDictionary<string, string>? Slots);
