namespace VoiceMed.Nlu.Evaluation;

/// <summary>An utterance that was not understood as expected.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Expected">What it means.</param>
/// <param name="Got">What was made of it.</param>
/// <param name="Score">How sure, 0-1.</param>
public sealed record EvaluationError(string Text, string Expected, string Got, double Score);
