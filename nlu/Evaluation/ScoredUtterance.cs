namespace VoiceMed.Nlu.Evaluation;

/// <summary>An utterance with what was made of it.</summary>
/// <param name="Expected">What it means.</param>
/// <param name="Best">The best intent, before any rejection.</param>
/// <param name="Score">How sure, 0-1, comparable over utterances.</param>
/// <param name="Decided">The intent after rejection; <c>none</c> when rejected.</param>
/// <param name="SlotsRight">Whether all expected slots and no others were found; null when not asked.</param>
public sealed record ScoredUtterance(LabelledUtterance Expected, string Best, double Score, string Decided, bool? SlotsRight);
