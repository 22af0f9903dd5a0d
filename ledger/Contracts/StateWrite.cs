namespace VoiceMed.Ledger.Contracts;

/// <summary>One change of a contract's state.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The new value; null when the key was removed.</param>
public sealed record StateWrite(string Key, string? Value);
