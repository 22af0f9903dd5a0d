namespace VoiceMed.Auth.Evaluation;

/// <summary>A list of trials or sessions that cannot be used. The message names file, line and what is wrong.</summary>
public sealed class EvaluationException(string message) : Exception(message);
