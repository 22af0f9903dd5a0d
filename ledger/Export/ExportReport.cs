namespace VoiceMed.Ledger.Export;

/// <summary>What an export holds.</summary>
/// <param name="Chains">How many chains.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Erased">How many of them without content, because it was erased.</param>
/// <param name="Documents">How many documents.</param>
public sealed record ExportReport(int Chains, long Entries, long Erased, int Documents);
