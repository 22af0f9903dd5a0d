namespace VoiceMed.Assistant.Screen.Events;

/// <summary>
/// Trust is short of what was asked: the doctor is to say these digits, or give the other factor. It stays until a card, a
/// refusal or a blank screen follows, or a challenge of 0 seconds withdraws it.
/// </summary>
/// <param name="Text">The request in one sentence.</param>
/// <param name="Digits">The digits to say, for example <c>4719</c>; null when only PIN or badge will do.</param>
/// <param name="Seconds">How long the challenge stays open.</param>
public sealed record ChallengeEvent(string Text, string? Digits, int Seconds) : ScreenEvent;
