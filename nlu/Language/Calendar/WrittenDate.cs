using System.Globalization;
using NodaTime;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Dates written in digits: "03.03.2025", "3.3.25", "2025-03-03" once the normaliser split it.</summary>
internal static class WrittenDate
{
    /// <summary>Reads day, month and optional year joined by points, as in Russian and most of Europe.</summary>
    public static bool TryRead(string token, out string value)
    {
        value = "";
        var parts = token.Split('.');
        if (parts.Length is not (2 or 3) || token.Length > 10 || !TryNumber(parts[0], out var day) || !TryNumber(parts[1], out var month))
            return false;
        var year = 0;
        if (parts.Length == 3 && (!TryNumber(parts[2], out year) || !CanonicalPeriod.IsYear(year = CanonicalPeriod.FullYear(year))))
            return false;
        if (!IsDay(parts.Length == 3 ? year : null, month, day) || (parts.Length == 2 && parts[1].Length != 2))
            return false;
        value = CanonicalPeriod.Day(month, day, parts.Length == 3 ? year.ToString(CultureInfo.InvariantCulture) : null);
        return true;
    }

    /// <summary>Whether a month has such a day; without a year February has 29.</summary>
    public static bool IsDay(int? year, int month, int day)
    {
        const int LeapYear = 2024;
        return month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year ?? LeapYear, month);
    }

    private static bool TryNumber(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
