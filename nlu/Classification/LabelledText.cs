namespace VoiceMed.Nlu.Classification;

/// <summary>A training text.</summary>
/// <param name="Words">Its normalised words.</param>
/// <param name="Label">Its class; null when it belongs to none of the classes.</param>
public readonly record struct LabelledText(IReadOnlyList<string> Words, string? Label);
