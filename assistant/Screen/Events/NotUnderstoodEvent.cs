namespace VoiceMed.Assistant.Screen.Events;

/// <summary>The words were heard and no intent fits.</summary>
/// <param name="Text">One sentence for the doctor.</param>
/// <param name="Nearest">Sentences that would be understood and come nearest; may be empty.</param>
public sealed record NotUnderstoodEvent(string Text, IReadOnlyList<string> Nearest) : ScreenEvent;
