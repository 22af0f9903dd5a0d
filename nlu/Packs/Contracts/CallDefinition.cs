namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>What an intent calls. Exactly one of <see cref="Operation"/>, <see cref="Url"/> and <see cref="Handler"/> is set. Immutable.</summary>
/// <param name="Operation">An operation of the clinical ledger.</param>
/// <param name="Parameters">Parameter name to <c>$slot</c> or a constant.</param>
/// <param name="Method"><c>GET</c> or <c>POST</c> when <paramref name="Url"/> is set.</param>
/// <param name="Url">URL template of a hospital's own service; <c>{slot}</c> is replaced by the escaped value.</param>
/// <param name="ResultPath">JSON path of the reply's value, or null for the whole reply.</param>
/// <param name="Timeout">How long the service may take; default 3 s.</param>
/// <param name="Handler">The name of a plug-in's handler.</param>
/// <param name="Position">Where it is declared.</param>
public sealed record CallDefinition(
    string? Operation, IReadOnlyDictionary<string, string> Parameters, string? Method, string? Url, string? ResultPath,
    TimeSpan Timeout, string? Handler, SourcePosition Position)
{
    /// <summary>What the call goes to, for logs and <c>parse</c>: the operation, the URL template or the handler.</summary>
    public string Target => Operation ?? Url ?? Handler ?? "";

    /// <summary>Whether the call sends a slot or dialogue value along.</summary>
    public bool Sends(string name) =>
        Parameters.Values.Contains("$" + name) || Url?.Contains("{" + name + "}", StringComparison.Ordinal) == true;
}
