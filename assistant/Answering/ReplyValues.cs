using System.Globalization;
using NodaTime;
using NodaTime.Text;
using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Wording;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Answering;

/// <summary>
/// The values that reply templates may use, by record kind. Canonical names (department, kind, vital) are left as they are:
/// the template's <c>spoken:</c> function words them. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// For every reply: <c>patient</c>, <c>count</c>, the intent's slots, and <c>reason</c> when denied or failed. For each item:
/// visit: <c>date end hospital department reason</c>; document: <c>kind title date hospital</c>;
/// observation: <c>vital value unit date time</c> (value as "120/80" for blood pressure); medication: <c>name dose start end</c>;
/// allergy: <c>substance reaction criticality none_known</c>; diagnosis: <c>name code date active</c>;
/// lab: <c>test value unit low high date</c>; consent: <c>grantee kinds permit from until</c>;
/// access: <c>who what why date time granted</c>; patient: <c>name birth_date bed</c>;
/// resource: <c>name code status</c>; stock: <c>hospital name available minimum</c>; opened document: <c>kind title date hospital text</c>.
/// The first item's values may also be used directly in the reply.
/// </remarks>
/// <param name="phrases">Words for what the records hold as codes.</param>
/// <param name="zone">The ward's time zone: dates and times are said in it.</param>
public sealed class ReplyValues(Phrasebook phrases, DateTimeZone zone)
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    /// <summary>The values of each item of a result, in the result's order.</summary>
    /// <param name="result">What the ledger answered.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="hospitals">The channel's hospitals, for names.</param>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Items(LedgerResult result, string language, HospitalNames hospitals)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(hospitals);
        var items = new List<IReadOnlyDictionary<string, string>>();
        items.AddRange(result.Records.Select(record => Clean(Of(record, language))));
        items.AddRange(result.Stock.Select(stock => Clean(new()
        {
            ["hospital"] = hospitals.NameOf(stock.Hospital, language),
            ["name"] = stock.Resource.In(language),
            ["available"] = Number(stock.Available),
            ["minimum"] = Number(stock.Minimum),
        })));
        if (result.Document is { } document)
        {
            var values = Of(document.Info, language);
            values["text"] = document.Info.ContentType.StartsWith("text/", StringComparison.Ordinal)
                ? System.Text.Encoding.UTF8.GetString(document.Bytes.Span)
                : null;
            items.Add(Clean(values));
        }

        if (result.Resource is { } resource)
        {
            items.Add(Clean(new() { ["name"] = resource.Name?.In(language), ["code"] = resource.Code, ["status"] = resource.Status }));
        }

        return items;
    }

    private Dictionary<string, string?> Of(LedgerRecord record, string language) => record switch
    {
        HospitalVisit visit => new()
        {
            ["date"] = Iso.Format(visit.Date),
            ["end"] = visit.EndDate is { } end ? Iso.Format(end) : null,
            ["hospital"] = visit.HospitalName.In(language),
            ["department"] = visit.Department,
            ["reason"] = visit.Reason.In(language),
        },
        DocumentInfo document => new()
        {
            ["kind"] = document.Kind,
            ["title"] = document.Title.In(language),
            ["date"] = Iso.Format(document.Date),
            ["hospital"] = document.HospitalName.In(language),
        },
        Observation value => new()
        {
            ["vital"] = value.Vital,
            ["unit"] = phrases.Unit(value.Unit, language),
            ["date"] = Iso.Format(value.Time.InZone(zone).Date),
            ["time"] = value.Time.InZone(zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["value"] = value.SecondValue is { } second ? $"{Number(value.Value)}/{Number(second)}" : Number(value.Value),
        },
        Medication medication => new()
        {
            ["name"] = medication.Name.In(language),
            ["dose"] = medication.Dose.In(language),
            ["start"] = Iso.Format(medication.Start),
            ["end"] = medication.End is { } end ? Iso.Format(end) : null,
        },
        Allergy allergy => new()
        {
            ["substance"] = allergy.Substance.In(language),
            ["reaction"] = allergy.Reaction?.In(language),
            ["criticality"] = allergy.Criticality,
            ["none_known"] = Flag(allergy.NoneKnown),
        },
        Diagnosis diagnosis => new()
        {
            ["name"] = diagnosis.Name.In(language),
            ["code"] = diagnosis.Code,
            ["date"] = Iso.Format(diagnosis.Date),
            ["active"] = Flag(diagnosis.Active),
        },
        LabResult lab => new()
        {
            ["test"] = lab.TestName.In(language),
            ["value"] = Number(lab.Value),
            ["unit"] = phrases.Unit(lab.Unit, language),
            ["date"] = Iso.Format(lab.Time.InZone(zone).Date),
            ["low"] = lab.Low is { } low ? Number(low) : null,
            ["high"] = lab.High is { } high ? Number(high) : null,
        },
        Consent consent => new()
        {
            ["grantee"] = phrases.Grantee(consent, language),
            ["kinds"] = phrases.RecordKinds(consent.Kinds, language),
            ["permit"] = Flag(consent.Permit),
            ["from"] = Iso.Format(consent.ValidFrom.InZone(zone).Date),
            ["until"] = consent.ValidUntil is { } until ? Iso.Format(until.InZone(zone).Date) : null,
        },
        AccessRecord access => new()
        {
            ["who"] = access.DoctorName?.In(language) ?? access.Doctor?.Value,
            ["what"] = phrases.Operation(access.Operation, language),
            ["why"] = phrases.Reason(access.Reason, language),
            ["date"] = Iso.Format(access.Time.InZone(zone).Date),
            ["time"] = access.Time.InZone(zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["granted"] = Flag(access.Granted),
        },
        Patient patient => new()
        {
            ["name"] = patient.Name.In(language),
            ["birth_date"] = Iso.Format(patient.BirthDate),
            ["bed"] = patient.Bed,
        },
        EmergencyAccess emergency => new()
        {
            ["reason"] = emergency.Reason,
            ["until"] = emergency.Until.InZone(zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
        },
        _ => [],
    };

    private static Dictionary<string, string> Clean(Dictionary<string, string?> values) =>
        values.Where(value => !string.IsNullOrEmpty(value.Value)).ToDictionary(value => value.Key, value => value.Value!, StringComparer.Ordinal);

    private static string? Flag(bool holds) => holds ? "yes" : null;

    private static string Number(decimal value) => (value / 1.000000000000m).ToString(CultureInfo.InvariantCulture);
}
