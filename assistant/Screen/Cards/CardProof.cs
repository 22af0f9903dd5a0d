namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>The proof mark of a card.</summary>
/// <param name="Verified">True when every record was traced to a trusted signature by our side.</param>
/// <param name="Scheme">The proof's scheme, for example <c>rfc6962-checkpoint</c>.</param>
/// <param name="Detail">What was checked or what did not hold, in one sentence without patient data.</param>
/// <param name="Rule">The rule that permitted the access, for example <c>consent.permit:c-12</c>; null when unknown.</param>
public sealed record CardProof(bool Verified, string Scheme, string Detail, string? Rule);
