using System.Text;
using NodaTime.Text;
using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Screen.Cards;
using VoiceMed.Assistant.Wording;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Answering;

/// <summary>Turns a ledger result into the card the screen shows. Stateless and thread-safe.</summary>
public sealed class CardBuilder(Phrasebook phrases)
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    /// <summary>Builds the card of a result.</summary>
    /// <param name="result">What the ledger answered.</param>
    /// <param name="frame">What is the same for every kind of card.</param>
    /// <param name="hospitals">The channel's hospitals, for names.</param>
    /// <returns>Never null; a result without records gives a <see cref="MessageCard"/>.</returns>
    public Card Build(LedgerResult result, CardFrame frame, HospitalNames hospitals)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(hospitals);
        var card = Choose(result, frame, hospitals);
        return card with
        {
            Patient = frame.Patient,
            Note = frame.Note,
            Total = result.Count,
            Proof = ProofOf(result),
            Sensitivity = frame.Sensitivity,
        };
    }

    /// <summary>A card of words alone.</summary>
    public static MessageCard Message(CardFrame frame, params IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new MessageCard { Id = frame.Id, Title = frame.Title, Lines = lines, Patient = frame.Patient, Sensitivity = frame.Sensitivity };
    }

    private Card Choose(LedgerResult result, CardFrame frame, HospitalNames hospitals)
    {
        if (result.Document is { } document)
        {
            return DocumentOf(document, frame);
        }

        if (result.Resource is { } resource)
        {
            return new ResourceCard
            {
                Id = frame.Id,
                Title = frame.Title,
                Status = resource.Status,
                Code = resource.Code,
                Name = resource.Name?.In(frame.Language),
                Details = resource.Details,
            };
        }

        if (result.Stock.Count > 0)
        {
            return new StockCard { Id = frame.Id, Title = frame.Title, Items = [.. result.Stock.Select(stock => StockOf(stock, frame, hospitals))] };
        }

        return result.Records.Count == 0 ? Message(frame) : RecordsOf(result.Records, frame);
    }

    private Card RecordsOf(IReadOnlyList<LedgerRecord> records, CardFrame frame)
    {
        var (id, title, language) = (frame.Id, frame.Title, frame.Language);
        return records[0] switch
        {
            HospitalVisit => new VisitsCard { Id = id, Title = title, Items = [.. Each<HospitalVisit, VisitItem>(records, visit => VisitOf(visit, language))] },
            DocumentInfo => new DocumentsCard { Id = id, Title = title, Items = [.. Each<DocumentInfo, DocumentItem>(records, info => DocumentItemOf(info, language))] },
            Observation => new VitalsCard { Id = id, Title = title, Items = Vitals(records) },
            Medication => new MedicationsCard { Id = id, Title = title, Items = [.. Each<Medication, MedicationItem>(records, item => MedicationOf(item, language))] },
            Allergy => AllergiesOf(records, frame),
            Diagnosis => new DiagnosesCard { Id = id, Title = title, Items = [.. Each<Diagnosis, DiagnosisItem>(records, item => DiagnosisOf(item, language))] },
            LabResult => new LabsCard { Id = id, Title = title, Items = Labs(records, language) },
            Consent => new ConsentsCard { Id = id, Title = title, Items = [.. Each<Consent, ConsentItem>(records, item => ConsentOf(item, frame))] },
            AccessRecord => new AccessCard { Id = id, Title = title, Items = [.. Each<AccessRecord, AccessItem>(records, item => AccessOf(item, language))] },
            Patient => new PatientsCard { Id = id, Title = title, Items = [.. Each<Patient, PatientItem>(records, item => PatientOf(item, language))] },
            _ => Message(frame),
        };
    }

    private static IEnumerable<TItem> Each<TRecord, TItem>(IEnumerable<LedgerRecord> records, Func<TRecord, TItem> show) =>
        records.OfType<TRecord>().Select(show);

    private static VisitItem VisitOf(HospitalVisit visit, string language) => new(
        visit.HospitalName.In(language), visit.Department, Iso.Format(visit.Date),
        visit.EndDate is { } end ? Iso.Format(end) : null, visit.Reason.In(language));

    private static DocumentItem DocumentItemOf(DocumentInfo info, string language) => new(
        info.Kind, info.Title.In(language), info.HospitalName.In(language), Iso.Format(info.Date), CardFrame.NameOf(info.Sensitivity));

    private static MedicationItem MedicationOf(Medication item, string language) => new(
        item.Name.In(language), item.Dose.In(language), Iso.Format(item.Start), item.End is { } end ? Iso.Format(end) : null);

    private static DiagnosisItem DiagnosisOf(Diagnosis item, string language) =>
        new(item.Code, item.Name.In(language), item.Active, Iso.Format(item.Date));

    private static PatientItem PatientOf(Patient item, string language) => new(item.Name.In(language), Iso.Format(item.BirthDate), item.Bed);

    private static StockItem StockOf(StockLevel stock, CardFrame frame, HospitalNames hospitals) => new(
        hospitals.NameOf(stock.Hospital, frame.Language), stock.Resource.In(frame.Language), stock.Available, stock.Minimum);

    private static AllergiesCard AllergiesOf(IReadOnlyList<LedgerRecord> records, CardFrame frame)
    {
        var allergies = records.OfType<Allergy>().ToList();
        return new AllergiesCard
        {
            Id = frame.Id,
            Title = frame.Title,
            NoneKnown = allergies.TrueForAll(allergy => allergy.NoneKnown),
            Items = [.. allergies.Where(allergy => !allergy.NoneKnown).Select(allergy => new AllergyItem(
                allergy.Substance.In(frame.Language), allergy.Reaction?.In(frame.Language), allergy.Criticality, Iso.Format(allergy.Recorded)))],
        };
    }

    private static IReadOnlyList<VitalSeries> Vitals(IEnumerable<LedgerRecord> records) =>
    [
        .. records.OfType<Observation>().GroupBy(value => (value.Vital, value.Unit)).Select(series => new VitalSeries(
            series.Key.Vital, series.Key.Unit,
            [.. series.OrderBy(value => value.Time).Select(value => new VitalPoint(value.Time.ToString(), value.Value, value.SecondValue))])),
    ];

    private static IReadOnlyList<LabSeries> Labs(IEnumerable<LedgerRecord> records, string language) =>
    [
        .. records.OfType<LabResult>().GroupBy(value => (value.Test, value.Unit)).Select(series => new LabSeries(
            series.First().TestName.In(language), series.Key.Unit, series.First().Low, series.First().High,
            [.. series.OrderBy(value => value.Time).Select(value => new VitalPoint(value.Time.ToString(), value.Value, null))])),
    ];

    private ConsentItem ConsentOf(Consent consent, CardFrame frame)
    {
        var inForce = consent.ValidFrom <= frame.Now && (consent.ValidUntil is null || frame.Now < consent.ValidUntil);
        return new ConsentItem(
            phrases.Grantee(consent, frame.Language), phrases.RecordKinds(consent.Kinds, frame.Language), consent.Permit,
            Iso.Format(consent.ValidFrom.InUtc().Date),
            consent.ValidUntil is { } until ? Iso.Format(until.InUtc().Date) : null, inForce);
    }

    private AccessItem AccessOf(AccessRecord access, string language) => new(
        access.Time.ToString(), access.DoctorName?.In(language) ?? access.Doctor?.Value,
        phrases.Operation(access.Operation, language), access.Granted, phrases.Reason(access.Reason, language),
        access.Purpose is "ETREAT" or "BTG");

    private static DocumentCard DocumentOf(DocumentContent document, CardFrame frame)
    {
        var info = document.Info;
        var isText = info.ContentType.StartsWith("text/", StringComparison.Ordinal) || info.ContentType.EndsWith("+json", StringComparison.Ordinal);
        return new DocumentCard
        {
            Id = frame.Id,
            Title = info.Title.In(frame.Language),
            DocumentKind = info.Kind,
            Hospital = info.HospitalName.In(frame.Language),
            Date = Iso.Format(info.Date),
            ContentType = info.ContentType,
            Text = isText ? Encoding.UTF8.GetString(document.Bytes.Span) : null,
            Content = isText ? null : document.Bytes,
        };
    }

    private static CardProof? ProofOf(LedgerResult result) =>
        result.Proof is { } verdict ? new CardProof(verdict.Verified, result.Scheme ?? string.Empty, verdict.Detail, result.Rule) : null;
}
