namespace VoiceMed.LedgerClient.Identifiers;

/// <summary>Names one document, whichever hospital holds it.</summary>
/// <remarks>Equal when the text is equal, character by character. The default value is not a valid identifier. Thread-safe.</remarks>
/// <param name="Value">The identifier as text, for example <c>doc-17</c>.</param>
public readonly record struct DocumentId(string Value)
{
    /// <summary>The identifier as text.</summary>
    public override string ToString() => Value;
}
