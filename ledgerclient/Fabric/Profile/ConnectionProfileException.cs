namespace VoiceMed.LedgerClient.Fabric.Profile;

/// <summary>A connection profile that cannot be used; the message names the file, the place and what to do.</summary>
/// <param name="message">What is wrong, and where.</param>
/// <param name="inner">The cause, or null.</param>
public sealed class ConnectionProfileException(string message, Exception? inner = null) : Exception(message, inner);
