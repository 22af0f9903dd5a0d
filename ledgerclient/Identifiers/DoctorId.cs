namespace VoiceMed.LedgerClient.Identifiers;

/// <summary>Names one clinician who may ask.</summary>
/// <remarks>Equal when the text is equal, character by character. The default value is not a valid identifier. Thread-safe.</remarks>
/// <param name="Value">The identifier as text, for example <c>smirnova</c>.</param>
public readonly record struct DoctorId(string Value)
{
    /// <summary>The identifier as text.</summary>
    public override string ToString() => Value;
}
