namespace VoiceMed.Auth.Challenge;

/// <summary>A screen stopped listening after failures in a row.</summary>
/// <param name="At">When.</param>
/// <param name="Failures">How many failures in a row.</param>
/// <param name="Until">When it listens again; <see langword="null"/> when only PIN or badge help.</param>
public sealed record LockoutAlert(DateTimeOffset At, int Failures, DateTimeOffset? Until);
