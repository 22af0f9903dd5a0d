namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One visit.</summary>
/// <param name="Hospital">The hospital's name.</param>
/// <param name="Department">The department's canonical name, for example <c>cardiology</c>.</param>
/// <param name="Date">The day it began.</param>
/// <param name="EndDate">The last day of a stay; null for an outpatient visit.</param>
/// <param name="Reason">Why the patient came.</param>
public sealed record VisitItem(string Hospital, string Department, string Date, string? EndDate, string Reason);
