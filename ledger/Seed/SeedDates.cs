using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace VoiceMed.Ledger.Seed;

/// <summary>
/// Dates in seed files, relative to the day of seeding (UTC): <c>@-4</c> four days before, <c>@-4T08:15</c> at that time of that
/// day, <c>@today:0.4</c> the moment at four tenths of what has passed of today, so that it is today and never in the future.
/// </summary>
internal static class SeedDates
{
    /// <summary>Replaces every relative date in a JSON object.</summary>
    public static void Resolve(JsonObject record, Instant now)
    {
        foreach (var (name, value) in record.ToList())
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var written) && written.StartsWith('@'))
            {
                record[name] = Resolve(written, now);
            }
        }
    }

    /// <summary>True when the date moves with the day of seeding even for the same record.</summary>
    public static bool IsOfToday(JsonObject record) =>
        record.Any(static member => member.Value is JsonValue text && text.TryGetValue<string>(out var written) && written.StartsWith("@today:", StringComparison.Ordinal));

    private static string Resolve(string written, Instant now)
    {
        var today = now.InUtc().Date;
        if (written.StartsWith("@today:", StringComparison.Ordinal))
        {
            var share = double.Parse(written.AsSpan("@today:".Length), CultureInfo.InvariantCulture);
            var midnight = today.AtMidnight().InUtc().ToInstant();
            return InstantPattern.General.Format(midnight + Duration.FromSeconds(Math.Floor((now - midnight).TotalSeconds * share)));
        }

        var parts = written[1..].Split('T');
        var day = today.PlusDays(int.Parse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return parts.Length == 1
            ? LocalDatePattern.Iso.Format(day)
            : InstantPattern.General.Format((day + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(parts[1]).Value).InUtc().ToInstant());
    }
}
