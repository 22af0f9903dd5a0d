namespace VoiceMed.Ledger.Consents;

/// <summary>The answer to an <see cref="AccessQuestion"/>, with the rule that gave it.</summary>
/// <param name="Granted">True when the record may be shown.</param>
/// <param name="Code">The stable code of the refusal or permission, for example <c>consent.deny</c>.</param>
/// <param name="Rule">The rule, for example <c>consent.deny:c-12</c> or <c>law.erased</c>.</param>
public sealed record AccessDecision(bool Granted, string Code, string Rule);
