using NodaTime.Text;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>A visit.</summary>
/// <param name="Id">The visit.</param>
/// <param name="HospitalId">The hospital.</param>
/// <param name="HospitalName">The hospital's name.</param>
/// <param name="Department">The department's canonical name.</param>
/// <param name="VisitDate">The day it began, ISO 8601.</param>
/// <param name="EndDate">The last day of a stay, ISO 8601; null for an outpatient visit.</param>
/// <param name="Reason">Why the patient came.</param>
internal sealed record VisitResource(
    string Id, string HospitalId, string HospitalName, string Department, string VisitDate, string? EndDate, string Reason)
{
    /// <summary>Shows a visit in a language.</summary>
    public static VisitResource Of(HospitalVisit visit, string language) => new(
        visit.Id, visit.Hospital.Value, visit.HospitalName.In(language), visit.Department, LocalDatePattern.Iso.Format(visit.Date),
        visit.EndDate is { } end ? LocalDatePattern.Iso.Format(end) : null, visit.Reason.In(language));
}
