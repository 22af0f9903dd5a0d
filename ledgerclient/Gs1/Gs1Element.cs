namespace VoiceMed.LedgerClient.Gs1;

/// <summary>One element of a GS1 code.</summary>
/// <param name="Identifier">The application identifier, for example <c>01</c>.</param>
/// <param name="Value">The value as scanned.</param>
public sealed record Gs1Element(string Identifier, string Value);
