using VoiceMed.Ledger.Fhir;

namespace VoiceMed.Ledger.Import;

/// <summary>A resource that was read and may be appended.</summary>
/// <param name="Content">The record and, for a document, its bytes.</param>
/// <param name="SourceKey">What the source's next delivery of the same resource is recognised by.</param>
/// <param name="Keys">For a patient, the identifiers that name them.</param>
internal sealed record ImportDraft(FhirContent Content, string SourceKey, IReadOnlyList<IdentityKey> Keys);
