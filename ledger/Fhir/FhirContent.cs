using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir;

/// <summary>What a resource holds: the record and, for a document, its bytes.</summary>
/// <param name="Record">The record; its place in the ledger is not set.</param>
/// <param name="Bytes">A document's content; null for other records and for a document that came without it.</param>
public sealed record FhirContent(LedgerRecord Record, ReadOnlyMemory<byte>? Bytes);
