namespace VoiceMed.Assistant.Screen.Events;

/// <summary>What the assistant is doing has changed.</summary>
/// <param name="State">The new state.</param>
public sealed record StateEvent(ScreenState State) : ScreenEvent;
