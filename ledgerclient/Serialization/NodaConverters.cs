using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace VoiceMed.LedgerClient.Serialization;

/// <summary>Dates as <c>2026-11-21</c>, instants as <c>2026-11-21T08:30:00.123456Z</c> (ISO 8601).</summary>
internal static class NodaConverters
{
    public static JsonConverter LocalDate { get; } =
        new TextConverter<LocalDate>(static text => Parse(LocalDatePattern.Iso, text), LocalDatePattern.Iso.Format);

    public static JsonConverter Instant { get; } =
        new TextConverter<Instant>(static text => Parse(InstantPattern.ExtendedIso, text), InstantPattern.ExtendedIso.Format);

    private static T Parse<T>(IPattern<T> pattern, string text)
    {
        var result = pattern.Parse(text);
        return result.Success ? result.Value : throw new FormatException($"'{text}' is not a valid {typeof(T).Name}.", result.Exception);
    }
}
