namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>"Lock" was touched: the screen goes blank at once and trust is forgotten; the session stays.</summary>
public sealed record LockCommand : ScreenCommand;
