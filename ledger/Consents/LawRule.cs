namespace VoiceMed.Ledger.Consents;

/// <summary>One rule of law. Law outranks what the patient decided; among rules of law a refusal outranks a permission.</summary>
/// <param name="Id">The rule's stable identifier, for example <c>law.erased</c>.</param>
/// <param name="Permits">True permits, false forbids.</param>
/// <param name="Code">The stable code told to the asker when it forbids.</param>
/// <param name="Applies">True when the rule speaks to the question. It must depend on its arguments only.</param>
public sealed record LawRule(string Id, bool Permits, string Code, Func<AccessQuestion, PatientSituation, AskerStatus, bool> Applies);
