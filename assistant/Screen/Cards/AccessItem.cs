namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One access.</summary>
/// <param name="Time">When, ISO 8601 in UTC.</param>
/// <param name="Who">The doctor's name, or null when nobody was recognised.</param>
/// <param name="What">What was asked, in words.</param>
/// <param name="Granted">True when it was answered.</param>
/// <param name="Why">The deciding rule in words.</param>
/// <param name="Emergency">True under emergency access.</param>
public sealed record AccessItem(string Time, string? Who, string What, bool Granted, string Why, bool Emergency);
