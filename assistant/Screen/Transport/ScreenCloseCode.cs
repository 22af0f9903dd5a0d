namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>Why the server closes a screen's WebSocket: the codes of docs/protocol.md beyond RFC 6455's own.</summary>
public static class ScreenCloseCode
{
    /// <summary>The message is not of this protocol; coming back with the same message is of no use.</summary>
    public const int Malformed = 4400;

    /// <summary>The token is unknown.</summary>
    public const int TokenRefused = 4401;

    /// <summary>The screen did not say who it is in time, or takes messages too slowly.</summary>
    public const int TooSlow = 4408;

    /// <summary>The session has been taken up by a newer connection.</summary>
    public const int Replaced = 4409;

    /// <summary>The session was ended by an admin or has failed; a new one may be opened.</summary>
    public const int SessionEnded = 4410;

    /// <summary>A message or frame is larger than allowed.</summary>
    public const int TooLarge = 4413;

    /// <summary>More messages or sound than the rates allow.</summary>
    public const int Flood = 4429;

    /// <summary>As many screens are open as the server takes; try later.</summary>
    public const int Full = 4503;
}
