namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>The first message of every connection.</summary>
/// <param name="Protocol">The protocol's version: 1.</param>
/// <param name="Token">The terminal's token; empty for a screen on the server's own machine where that is allowed.</param>
/// <param name="Language">The language the page is in, or null for the terminal's.</param>
/// <param name="Session">The session to take up again, or null for a new one.</param>
/// <param name="LastEventId">The last event received in that session.</param>
public sealed record HelloMessage(int Protocol, string Token = "", string? Language = null, string? Session = null, long LastEventId = 0);
