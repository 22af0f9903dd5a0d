using System.Globalization;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>The canonical form of a time of day.</summary>
internal static class TimeOfDay
{
    /// <summary>"14:30"; hours past midnight and minutes past the hour wrap around.</summary>
    public static string Canonical(int hour, int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{(hour + 24) % 24:00}:{minute % 60:00}");
}
