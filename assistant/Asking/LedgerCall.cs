namespace VoiceMed.Assistant.Asking;

/// <summary>One call of the ledger, as it happened.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Arguments">Its arguments by name, as text.</param>
/// <param name="Result">What came back, or null when it was refused or failed.</param>
/// <param name="Elapsed">How long it took, the check of its proof included.</param>
public sealed record LedgerCall(string Operation, IReadOnlyDictionary<string, string> Arguments, LedgerResult? Result, TimeSpan Elapsed);
