namespace VoiceMed.Assistant.Hosting;

/// <summary>
/// A language model that may propose an intent for a rejected utterance, <c>languageModel</c> in <c>voicemed.yaml</c>. It runs in the
/// house, behind an OpenAI-compatible endpoint. Where the endpoint wants a key, it is read from <c>VOICEMED_LANGUAGE_MODEL_KEY</c>.
/// </summary>
public sealed class LanguageModelConfig
{
    /// <summary>The endpoint, for example <c>http://127.0.0.1:11434/v1</c>.</summary>
    public string Endpoint { get; init; } = string.Empty;

    /// <summary>The model's name at that endpoint.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>Seconds it may take, above 0 and at most 30. Default: 4.</summary>
    public double TimeoutSeconds { get; init; } = 4;
}
