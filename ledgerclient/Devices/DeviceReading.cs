using System.Text.Json.Serialization;
using NodaTime;

namespace VoiceMed.LedgerClient.Devices;

/// <summary>One value a home device measured, in the compact batch form.</summary>
public sealed record DeviceReading
{
    /// <summary>The vital sign, see <see cref="Records.Observation.Vital"/>.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary>When it was measured, by the device's clock.</summary>
    [JsonPropertyName("time")]
    public required Instant Time { get; init; }

    /// <summary>The value; systolic for blood pressure.</summary>
    [JsonPropertyName("value")]
    public required decimal Value { get; init; }

    /// <summary>Diastolic for blood pressure, else null.</summary>
    [JsonPropertyName("value2")]
    public decimal? SecondValue { get; init; }

    /// <summary>The unit as UCUM; null for the unit the ledger keeps this vital sign in.</summary>
    [JsonPropertyName("unit")]
    public string? Unit { get; init; }
}
