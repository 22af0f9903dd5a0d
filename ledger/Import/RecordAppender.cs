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
internal sealed class RecordAppender(EmbeddedLedger ledger)
{
    private readonly DeviceGateway _devices = new(ledger);

    /// <summary>Appends one record.</summary>
    /// <param name="transaction">The step it is a part of: nobody writes between the look at what is there and the append.</param>
    /// <param name="content">The record and, for a document, its bytes.</param>
    /// <param name="sourceKey">What the source's next delivery of the same resource is recognised by.</param>
    /// <param name="keys">For a patient, the identifiers that name them.</param>
    /// <param name="source">Where it comes from.</param>
    /// <exception cref="LedgerRejectedException">It cannot be taken.</exception>
    public ImportOutcome Append(
        LedgerTransaction transaction, FhirContent content, string sourceKey, IReadOnlyList<IdentityKey> keys, ImportSource source) =>
        content.Record is Patient patient
            ? AppendPatient(transaction, patient, keys, source)
            : AppendRecord(transaction, content, sourceKey, source);

    private ImportOutcome AppendPatient(LedgerTransaction transaction, Patient patient, IReadOnlyList<IdentityKey> keys, ImportSource source)
    {
        var writer = ledger.Registry.Current.SigningKeyOf(source.Hospital);
        if (!PatientIdentities.Claim(transaction, patient.Patient, keys, writer))
        {
            throw new LedgerRejectedException(
                FhirIssueCode.Conflict, "One of the patient's identifiers was given to another patient meanwhile; send the same again.");
        }

        if (Newest(transaction, ChainName.Patient(patient.Patient), "patient") is not { } known)
        {
            ledger.Append(transaction, patient, new WriteContext(source.Hospital, $"patient|{patient.Patient}|0"));
            return ImportOutcome.Added;
        }

        var before = (Patient)known.Record;
        var after = Merge(before, patient);
        if (Same(before, after))
        {
            return ImportOutcome.Unchanged;
        }

        var write = new WriteContext(source.Hospital, $"patient|{patient.Patient}|{known.Entry.Header.Index + 1}", known.Entry.Reference);
        ledger.Append(transaction, after, write);
        return ImportOutcome.Corrected;
    }

    private ImportOutcome AppendRecord(LedgerTransaction transaction, FhirContent content, string sourceKey, ImportSource source)
    {
        if (content.Record is Observation { Device: not null, Hospital: null } reading)
        {
            return _devices.Append(transaction, reading, source.Hospital).Duplicate ? ImportOutcome.Unchanged : ImportOutcome.Added;
        }

        var (last, revision) = LastRevision(transaction, sourceKey, source.Hospital, content);
        if (last is { Same: true })
        {
            return ImportOutcome.Unchanged;
        }

        var write = new WriteContext(source.Hospital, KeyOf(sourceKey, revision), last?.Entry);
        if (content.Record is DocumentInfo document)
        {
            ledger.AppendDocument(transaction, document, content.Bytes!.Value, write);
        }
        else
        {
            ledger.Append(transaction, content.Record, write);
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
        RequireSamePatient(before, content.Record);
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

    /// <summary>What a patient's record becomes when a source says something new of the patient.</summary>
    /// <exception cref="LedgerRejectedException">The birth dates differ.</exception>
    internal static Patient Merge(Patient before, Patient said)
    {
        if (before.BirthDate != said.BirthDate)
        {
            throw new LedgerRejectedException(
                FhirIssueCode.Conflict, "The birth date contradicts the one recorded for the same identifier; a person has to decide who this is.");
        }

        // A source that says nothing of the ward does not discharge the patient.
        return said.Ward is null && said.Bed is null ? said with { Ward = before.Ward, Bed = before.Bed } : said;
    }

    /// <summary>Refuses a resource that was recorded for another patient.</summary>
    internal static void RequireSamePatient(LedgerRecord before, LedgerRecord said)
    {
        if (before.Patient != said.Patient)
        {
            throw new LedgerRejectedException(FhirIssueCode.Conflict, "The resource was recorded for another patient before; a person has to decide whose it is.");
        }
    }

    /// <summary>True when two records say the same, wherever they stand.</summary>
    internal static bool Same(LedgerRecord one, LedgerRecord other) => RecordJson.Encode(one).AsSpan().SequenceEqual(RecordJson.Encode(other));

    /// <summary>The idempotency key of a version of a resource.</summary>
    internal static string KeyOf(string sourceKey, int revision) => $"fhir|{sourceKey}|{revision}";

    private sealed record Revision(EntryReference Entry, bool Same);
}
