namespace VoiceMed.Nlu.Packs.Lists;

/// <summary>One value of a dynamic list. Immutable.</summary>
/// <param name="Value">Canonical value, for example a patient's identifier.</param>
/// <param name="Forms">How it is said, in the nominative; the first is the spoken form. Never empty.</param>
public sealed record DynamicListValue(string Value, IReadOnlyList<string> Forms);
