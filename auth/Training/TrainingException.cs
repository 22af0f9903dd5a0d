namespace VoiceMed.Auth.Training;

/// <summary>Training cannot go on. The message is one sentence that says what is missing.</summary>
public sealed class TrainingException(string message) : Exception(message);
