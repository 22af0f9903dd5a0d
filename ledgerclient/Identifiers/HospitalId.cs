namespace VoiceMed.LedgerClient.Identifiers;

/// <summary>Names one hospital, the organisation that signs its own entries.</summary>
/// <remarks>Equal when the text is equal, character by character. The default value is not a valid identifier. Thread-safe.</remarks>
/// <param name="Value">The identifier as text, for example <c>hospital-2</c>.</param>
public readonly record struct HospitalId(string Value)
{
    /// <summary>The identifier as text.</summary>
    public override string ToString() => Value;
}
