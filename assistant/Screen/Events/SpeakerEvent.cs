namespace VoiceMed.Assistant.Screen.Events;

/// <summary>Who speaks and how sure that is.</summary>
/// <param name="Doctor">The doctor's identifier, or null for nobody or a stranger.</param>
/// <param name="Name">The doctor's name as people say it, or null.</param>
/// <param name="Sure">Probability that this doctor speaks, 0 to 1 (the logistic function of the trust in log-odds).</param>
/// <param name="Trust">What the policy makes of it.</param>
public sealed record SpeakerEvent(string? Doctor, string? Name, double Sure, SpeakerTrust Trust) : ScreenEvent;
