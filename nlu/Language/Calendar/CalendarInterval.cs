using NodaTime;
using NodaTime.Text;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>A stretch of calendar days.</summary>
/// <param name="Start">The first day, inclusive; null when there is no lower bound.</param>
/// <param name="End">The first day after it, exclusive; null when there is no upper bound.</param>
public readonly record struct CalendarInterval(LocalDate? Start, LocalDate? End)
{
    /// <summary>The half-open ISO 8601 interval: <c>2026-08-21/2026-11-21</c>, an absent bound as <c>..</c>.</summary>
    /// <returns>The interval in text.</returns>
    public override string ToString() => Format(Start) + '/' + Format(End);

    private static string Format(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : CanonicalPeriod.Open;
}
