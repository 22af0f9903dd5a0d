namespace VoiceMed.Assistant.Screen.Events;

/// <summary>Something does not work. The screen stays usable.</summary>
/// <param name="Code">A stable code, for example <c>ledger.unavailable</c>.</param>
/// <param name="Text">One sentence for the doctor that says what to do.</param>
public sealed record ErrorEvent(string Code, string Text) : ScreenEvent;
