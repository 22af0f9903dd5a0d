namespace VoiceMed.LedgerClient.Identifiers;

/// <summary>Names one patient inside the ledger. It says nothing about the person.</summary>
/// <remarks>Equal when the text is equal, character by character. The default value is not a valid identifier. Thread-safe.</remarks>
/// <param name="Value">The identifier as text, for example <c>patient-1</c>.</param>
public readonly record struct PatientId(string Value)
{
    /// <summary>The identifier as text.</summary>
    public override string ToString() => Value;
}
