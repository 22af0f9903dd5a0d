namespace VoiceMed.LedgerClient.Records;

/// <summary>An opened document. Held in memory only as long as it is shown.</summary>
/// <param name="Info">What the ledger knows of it.</param>
/// <param name="Bytes">The content, checked against the commitment on the chain.</param>
public sealed record DocumentContent(DocumentInfo Info, ReadOnlyMemory<byte> Bytes);
