using VoiceMed.Ledger.Devices;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Import;

/// <summary>Appends an imported record unless it is there as it is, and supersedes what the same source said before. Thread-safe.</summary>
internal sealed class RecordAppender(EmbeddedLedger ledger, PatientIdentities identities)
{
    private const int Attempts = 3;
    private readonly DeviceGateway _devices = new(ledger);

    /// <summary>Appends one record.</summary>
    /// <param name="content">The record and, for a document, its bytes.</param>
    /// <param name="sourceKey">What the source's next delivery of the same resource is recognised by.</param>
    /// <param name="keys">For a patient, the identifiers that name them.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<ImportOutcome> AppendAsync(
        FhirContent content, string sourceKey, IReadOnlyList<IdentityKey> keys, ImportSource source, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return content.Record is Patient patient
                    ? await AppendPatientAsync(patient, keys, source, cancellation).ConfigureAwait(false)
                    : await AppendRecordAsync(content, sourceKey, source, cancellation).ConfigureAwait(false);
            }
            catch (LedgerRejectedException e) when (e.Code is "supersedes.stale" or "idempotency.conflict" && attempt < Attempts)
            {
                // Another import of the same resource was quicker; look again at what it left.
            }
        }
    }

    private async Task<ImportOutcome> AppendPatientAsync(
        Patient patient, IReadOnlyList<IdentityKey> keys, ImportSource source, CancellationToken cancellation)
    {
        var writer = ledger.Registry.Current.SigningKeyOf(source.Hospital);
        if (!await identities.ClaimAsync(patient.Patient, keys, writer, cancellation).ConfigureAwait(false))
        {
            throw new LedgerRejectedException(
                FhirIssueCode.Conflict, "One of the patient's identifiers was given to another patient meanwhile; send the same again.");
        }

        var current = ledger.Store.Read(reader => Newest(reader, ChainName.Patient(patient.Patient), "patient"));
        if (current is not { } known)
        {
            await ledger.AppendAsync(patient, new WriteContext(source.Hospital, $"patient|{patient.Patient}|0"), cancellation).ConfigureAwait(false);
            return ImportOutcome.Added;
        }

        var before = (Patient)known.Record;
        if (before.BirthDate != patient.BirthDate)
        {
            throw new LedgerRejectedException(
                FhirIssueCode.Conflict, "The birth date contradicts the one recorded for the same identifier; a person has to decide who this is.");
        }

        // A source that says nothing of the ward does not discharge the patient.
        var after = patient.Ward is null && patient.Bed is null ? patient with { Ward = before.Ward, Bed = before.Bed } : patient;
        if (Same(before, after))
        {
            return ImportOutcome.Unchanged;
        }

        var write = new WriteContext(source.Hospital, $"patient|{patient.Patient}|{known.Entry.Header.Index + 1}", known.Entry.Reference);
        await ledger.AppendAsync(after, write, cancellation).ConfigureAwait(false);
        return ImportOutcome.Corrected;
    }

    private async Task<ImportOutcome> AppendRecordAsync(FhirContent content, string sourceKey, ImportSource source, CancellationToken cancellation)
    {
        if (content.Record is Observation { Device: not null, Hospital: null } reading)
        {
            var receipt = await _devices.AppendAsync(reading, source.Hospital, cancellation).ConfigureAwait(false);
            return receipt.Duplicate ? ImportOutcome.Unchanged : ImportOutcome.Added;
        }

        var (last, revision) = ledger.Store.Read(reader => LastRevision(reader, sourceKey, source.Hospital, content));
        if (last is { Same: true })
        {
            return ImportOutcome.Unchanged;
        }

        var write = new WriteContext(source.Hospital, KeyOf(sourceKey, revision), last?.Entry);
        if (content.Record is DocumentInfo document)
        {
            await ledger.AppendDocumentAsync(document, content.Bytes!.Value, write, cancellation).ConfigureAwait(false);
        }
        else
        {
            await ledger.AppendAsync(content.Record, write, cancellation).ConfigureAwait(false);
        }

        return last is null ? ImportOutcome.Added : ImportOutcome.Corrected;
    }

    // Each version of a resource is delivered under the key and a running number; the first number that is free is the next.
    private static (Revision? Last, int Next) LastRevision(LedgerReader reader, string sourceKey, HospitalId hospital, FhirContent content)
    {
        StoredEntry? last = null;
        var next = 0;
        while (reader.FindDelivery(hospital.Value, KeyOf(sourceKey, next)) is { } found)
        {
            last = found;
            next++;
        }

        return last is null ? (null, next) : (new Revision(last.Reference, IsSame(reader, last, content)), next);
    }

    private static bool IsSame(LedgerReader reader, StoredEntry entry, FhirContent content)
    {
        var before = RecordJson.Decode(reader.Open(entry));
        if (before.Patient != content.Record.Patient)
        {
            throw new LedgerRejectedException(FhirIssueCode.Conflict, "The resource was recorded for another patient before; a person has to decide whose it is.");
        }

        return (before, content) switch
        {
            (DocumentInfo known, { Record: DocumentInfo sent, Bytes: { } bytes }) =>
                Same(known with { Commitment = null }, sent with { Commitment = null })
                && reader.Attachment(entry, sent.Id).AsSpan().SequenceEqual(bytes.Span),
            _ => Same(before, content.Record),
        };
    }

    private static (StoredEntry Entry, LedgerRecord Record)? Newest(LedgerReader reader, string chain, string kind) =>
        reader.Query(chain, kind, count: 1) is [var entry] ? (entry, RecordJson.Decode(reader.Open(entry))) : null;

    private static bool Same(LedgerRecord one, LedgerRecord other) => RecordJson.Encode(one).AsSpan().SequenceEqual(RecordJson.Encode(other));

    private static string KeyOf(string sourceKey, int revision) => $"fhir|{sourceKey}|{revision}";

    private sealed record Revision(EntryReference Entry, bool Same);
}
