using NodaTime;
using NodaTime.Text;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Fhir.Terminology;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Fhir;

/// <summary>A FHIR search as questions to the ledger. A parameter that is not known is an error: ignoring one would show too much.</summary>
internal sealed class FhirQuery
{
    private static readonly LocalDate First = new(1900, 1, 1);
    private static readonly LocalDate Last = new(9999, 12, 31);

    private readonly string _type;
    private readonly IQueryCollection _query;

    private FhirQuery(string type, IQueryCollection query) => (_type, _query) = (type, query);

    /// <summary>Takes a search apart.</summary>
    /// <exception cref="RestException">The type cannot be searched, or a parameter is not known.</exception>
    public static FhirQuery Of(string type, IQueryCollection query)
    {
        var known = CapabilityStatement.SearchParameters(type);
        if (known.Count == 0)
        {
            throw new RestException(StatusCodes.Status404NotFound, ProblemCode.NotFound, "Resources of this type cannot be searched; /fhir/metadata lists those that can.");
        }

        foreach (var name in query.Keys.Where(name => name is not ("_count" or "_format" or "subject")))
        {
            if (!known.Contains(name))
            {
                throw Invalid($"{name} is no search parameter of {type} here; known are {string.Join(", ", known)} and _count.");
            }
        }

        return new FhirQuery(type, query);
    }

    /// <summary>Asks the ledger.</summary>
    /// <returns>The records and how many there are beyond the page.</returns>
    public async Task<(IEnumerable<LedgerRecord> Records, int Total)> RunAsync(
        IClinicalLedger ledger, AccessContext access, CancellationToken cancellation)
    {
        var count = Count();
        if (_type == "Patient")
        {
            return Page(await ledger.FindPatientsAsync(One("name"), Day(One("birthdate")), access, cancellation).ConfigureAwait(false), count);
        }

        var patient = Patient();
        var period = Period(One("date") ?? One("recorded-date"));
        return _type switch
        {
            "Encounter" => Page(
                await ledger.GetHospitalVisitsAsync(patient, Hospital("service-provider"), null, period, count, access, cancellation).ConfigureAwait(false), count),
            "DocumentReference" => Page(
                await ledger.GetDocumentsFromHospitalAsync(Hospital("custodian"), patient, Kind(), period, count, access, cancellation).ConfigureAwait(false), count),
            "Observation" => await ObservationsAsync(ledger, patient, period, count, access, cancellation).ConfigureAwait(false),
            "MedicationRequest" => Page(await ledger.GetMedicationsAsync(patient, period, access, cancellation).ConfigureAwait(false), count),
            "AllergyIntolerance" => Page(await ledger.GetAllergiesAsync(patient, access, cancellation).ConfigureAwait(false), count),
            "Condition" => Page(await ledger.GetDiagnosesAsync(patient, period, access, cancellation).ConfigureAwait(false), count),
            "Consent" => Page(await ledger.GetConsentsAsync(patient, access, cancellation).ConfigureAwait(false), count),
            _ => Page(await ledger.GetAccessHistoryAsync(patient, period, count, access, cancellation).ConfigureAwait(false), count),
        };
    }

    private async Task<(IEnumerable<LedgerRecord>, int)> ObservationsAsync(
        IClinicalLedger ledger, PatientId patient, DateInterval? period, int? count, AccessContext access, CancellationToken cancellation)
    {
        var code = One("code")?.Split('|')[^1];
        var category = One("category")?.Split('|')[^1];
        var vital = code is null ? null : VitalCodes.ByLoinc(code)?.Vital;
        var records = new List<LedgerRecord>();
        var total = 0;
        if (category is null or "vital-signs" && (code is null || vital is not null))
        {
            Add(Page(await ledger.GetObservationsAsync(patient, vital, period, count, access, cancellation).ConfigureAwait(false), count));
        }

        if (category is null or "laboratory" && (code is null || vital is null))
        {
            var test = code is null ? null : LabCodes.TestOf(code);
            Add(Page(await ledger.GetLabResultsAsync(patient, test, period, count, access, cancellation).ConfigureAwait(false), count));
        }

        return (records.OrderByDescending(r => r is Observation o ? o.Time : ((LabResult)r).Time).Take(count ?? int.MaxValue), total);

        void Add((IEnumerable<LedgerRecord> Records, int Total) page)
        {
            records.AddRange(page.Records);
            total += page.Total;
        }
    }

    private static (IEnumerable<LedgerRecord>, int) Page<T>(LedgerAnswer<T> answer, int? count)
        where T : LedgerRecord => (answer.Items.Take(count ?? int.MaxValue), answer.Total);

    private PatientId Patient()
    {
        var text = One("patient") ?? One("subject") ?? throw new RestException(
            StatusCodes.Status400BadRequest, ProblemCode.ParameterMissing, "The search parameter patient is missing.");
        return new PatientId(text.StartsWith("Patient/", StringComparison.Ordinal) ? text["Patient/".Length..] : text);
    }

    private HospitalId? Hospital(string name) => One(name) is { } text
        ? new HospitalId(text.StartsWith("Organization/", StringComparison.Ordinal) ? text["Organization/".Length..] : text)
        : null;

    private string? Kind() => One("type")?.Split('|')[^1] is { } code ? DocumentKinds.ByLoinc(code) ?? code : null;

    private int? Count() => One("_count") switch
    {
        null => null,
        { } text when int.TryParse(text, out var count) && count is > 0 and <= 1000 => count,
        _ => throw Invalid("_count must lie between 1 and 1000."),
    };

    private string? One(string name) => _query[name] switch
    {
        [] => null,
        [{ Length: > 0 } only] => only,
        [_] => throw Invalid($"{name} is empty."),
        _ when name == "date" => string.Join(',', _query[name].ToArray()),
        _ => throw Invalid($"{name} is there twice."),
    };

    // date=2026-01-05, date=ge2026-01-01, or both bounds as two parameters.
    private static DateInterval? Period(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var (from, until) = (First, Last);
        foreach (var part in text.Split(','))
        {
            switch (part.Length > 2 ? part[..2] : string.Empty)
            {
                case "ge": from = Day(part[2..])!.Value; break;
                case "gt": from = Day(part[2..])!.Value.PlusDays(1); break;
                case "le": until = Day(part[2..])!.Value; break;
                case "lt": until = Day(part[2..])!.Value.PlusDays(-1); break;
                default: from = until = Day(part.StartsWith("eq", StringComparison.Ordinal) ? part[2..] : part)!.Value; break;
            }
        }

        return from <= until ? new DateInterval(from, until) : throw Invalid("date describes no day.");
    }

    private static LocalDate? Day(string? text) => text is null ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value
        : throw Invalid("A date must be a full date such as 2026-03-09, with ge, gt, le or lt before it if it is a bound.");

    private static RestException Invalid(string detail) => new(StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, detail);
}
