namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>Which recogniser the user asked for.</summary>
/// <param name="Language"><c>ru</c>, <c>en</c>, or <see langword="null"/> for both.</param>
/// <param name="Model">A model folder or name; <see langword="null"/> for the best installed one.</param>
/// <param name="PhraseFile">A file of phrases, one a line; <see langword="null"/> for none.</param>
internal sealed record RecognizerChoice(string? Language, string? Model, string? PhraseFile);
