namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>
/// The connection was cut and the screen is back. Sound in between is lost, so an utterance that was going on is dropped;
/// the screen's picture is restored by the transport, and no turn is repeated.
/// </summary>
/// <param name="LastEventId">The last event the screen has received; 0 when none.</param>
public sealed record ResumeCommand(long LastEventId) : ScreenCommand;
