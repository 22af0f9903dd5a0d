namespace VoiceMed.Assistant.Machine;

/// <summary>What one look at the machine found.</summary>
/// <param name="Check">What was looked at, for example <c>synthesiser</c>.</param>
/// <param name="State">Whether it serves.</param>
/// <param name="Found">What was found, in a few words.</param>
/// <param name="Mend">What to do about it, or null when there is nothing to do.</param>
public sealed record CheckResult(string Check, CheckState State, string Found, string? Mend = null);
