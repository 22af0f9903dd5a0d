namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>
/// The screen asks whether the server is still there: a browser cannot see WebSocket pings. The transport answers; a session never
/// receives it.
/// </summary>
public sealed record PingCommand : ScreenCommand;
