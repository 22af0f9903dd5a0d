namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One document, unopened.</summary>
/// <param name="Kind">The canonical kind, for example <c>discharge_summary</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Hospital">The hospital's name.</param>
/// <param name="Date">The day it was issued.</param>
/// <param name="Sensitivity"><c>normal</c>, <c>restricted</c> or <c>very-restricted</c>.</param>
public sealed record DocumentItem(string Kind, string Title, string Hospital, string Date, string Sensitivity);
