namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>A unit of calendar time people count or point at.</summary>
internal enum CalendarUnit
{
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}
