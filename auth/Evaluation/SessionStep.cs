namespace VoiceMed.Auth.Evaluation;

/// <summary>One utterance of a replayed session.</summary>
/// <param name="Session">Name of the session.</param>
/// <param name="Kind">genuine, takeover or impostor.</param>
/// <param name="Corpus">Where the speech comes from.</param>
/// <param name="Model">The doctor whose session it is.</param>
/// <param name="Speech">What is heard.</param>
/// <param name="IsGenuine">Whether that doctor really spoke.</param>
public sealed record SessionStep(string Session, string Kind, string Corpus, string Model, AudioStretch Speech, bool IsGenuine);
