namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>The <c>asked</c> step of a turn.</summary>
/// <param name="Operation">The ledger operation.</param>
/// <param name="Arguments">Its arguments as text; the patient by identifier only.</param>
/// <param name="Count">How many records answered.</param>
/// <param name="Verified">Whether the answer's proof held; null where the operation has none.</param>
public sealed record AskedReport(string Operation, IReadOnlyDictionary<string, string> Arguments, int Count, bool? Verified);
