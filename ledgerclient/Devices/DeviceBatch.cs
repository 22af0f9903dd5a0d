using System.Text.Json.Serialization;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Devices;

/// <summary>Readings of one device of one patient, sent together.</summary>
public sealed record DeviceBatch
{
    /// <summary>The most readings of one batch.</summary>
    public const int MostReadings = 1000;

    /// <summary>The device's identifier, for example its serial number; 1 to 128 characters.</summary>
    [JsonPropertyName("device")]
    public required string Device { get; init; }

    /// <summary>The patient who wears or uses it.</summary>
    [JsonPropertyName("patient")]
    public required PatientId Patient { get; init; }

    /// <summary>The readings, in any order; 1 to <see cref="MostReadings"/>.</summary>
    [JsonPropertyName("readings")]
    public required IReadOnlyList<DeviceReading> Readings { get; init; }
}
