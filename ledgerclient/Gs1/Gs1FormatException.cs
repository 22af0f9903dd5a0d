namespace VoiceMed.LedgerClient.Gs1;

/// <summary>A scanned text is no GS1 code; the message says where and why.</summary>
public sealed class Gs1FormatException(string message) : FormatException(message);
