using NodaTime;
using NodaTime.Text;

namespace VoiceMed.Ledger.Fhir.Elements;

/// <summary>
/// Dates and times of FHIR R4 (datatypes <c>date</c>, <c>dateTime</c>, <c>instant</c>). A partial date such as <c>1950</c> or
/// <c>1950-06</c> is refused where a day is needed: nothing is guessed.
/// </summary>
public static class FhirDate
{
    private static readonly OffsetDateTimePattern DateTimePattern =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>");

    /// <summary>The day under <paramref name="name"/>, or null when it is not there. Of a time, the day in the offset it was written in.</summary>
    public static LocalDate? OptionalDay(FhirNode node, string name)
    {
        if (node.OptionalText(name) is not { } text)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            return day.Value;
        }

        return DateTimePattern.Parse(text) is { Success: true } time
            ? time.Value.Date
            : throw node.Error(name, FhirIssueCode.Value, "must be a full date such as 2026-03-09, or a time with seconds and an offset.");
    }

    /// <summary>The day under <paramref name="name"/>, which must be there.</summary>
    public static LocalDate Day(FhirNode node, string name) => OptionalDay(node, name) ?? throw node.Missing(name);

    /// <summary>The moment under <paramref name="name"/>, or null when it is not there; a day alone is not enough.</summary>
    public static Instant? OptionalMoment(FhirNode node, string name)
    {
        if (node.OptionalText(name) is not { } text)
        {
            return null;
        }

        return DateTimePattern.Parse(text) is { Success: true } time
            ? time.Value.ToInstant()
            : throw node.Error(name, FhirIssueCode.Value, "must be a time with seconds and an offset, such as 2026-03-09T08:30:00+03:00.");
    }

    /// <summary>The moment under <paramref name="name"/>, which must be there.</summary>
    public static Instant Moment(FhirNode node, string name) => OptionalMoment(node, name) ?? throw node.Missing(name);

    /// <summary>Writes a day.</summary>
    public static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>Writes a moment in UTC, with as many fractional digits as it has.</summary>
    public static string Text(Instant moment) => InstantPattern.ExtendedIso.Format(moment);
}
