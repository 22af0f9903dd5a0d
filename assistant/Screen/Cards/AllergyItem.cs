namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One allergy.</summary>
/// <param name="Substance">What the patient reacts to.</param>
/// <param name="Reaction">How, or null when not recorded.</param>
/// <param name="Criticality"><c>low</c>, <c>high</c> or <c>unable-to-assess</c> (FHIR R4).</param>
/// <param name="Recorded">The day it was recorded.</param>
public sealed record AllergyItem(string Substance, string? Reaction, string Criticality, string Recorded);
