namespace VoiceMed.Nlu.Parsing;

/// <summary>An intent that an utterance comes near to without being understood as it. Immutable.</summary>
/// <param name="Intent">The intent's identifier.</param>
/// <param name="Score">0-1, comparable within one utterance.</param>
/// <param name="Hint">One thing to say to be understood, or null.</param>
public sealed record NearestIntent(string Intent, double Score, string? Hint);
