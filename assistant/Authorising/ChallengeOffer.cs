namespace VoiceMed.Assistant.Authorising;

/// <summary>Digits that were drawn for a challenge.</summary>
/// <param name="Digits">The digits, for example <c>4719</c>; null when the policy wants a PIN or a badge instead.</param>
/// <param name="Seconds">How long the challenge stays open, in seconds.</param>
public sealed record ChallengeOffer(string? Digits, int Seconds);
