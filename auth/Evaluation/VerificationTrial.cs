namespace VoiceMed.Auth.Evaluation;

/// <summary>One comparison of a stretch of speech with an enrolled model.</summary>
/// <param name="Condition">The condition it is counted under.</param>
/// <param name="Model">The claimed speaker.</param>
/// <param name="Speech">What is heard.</param>
/// <param name="IsTarget">Whether the claimed speaker really spoke.</param>
/// <param name="Note">A remark, for example the acted emotion.</param>
public sealed record VerificationTrial(string Condition, string Model, AudioStretch Speech, bool IsTarget, string Note);
