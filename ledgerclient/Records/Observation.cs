using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>One measured value: a vital sign at the bedside or from a device at home.</summary>
public sealed record Observation : LedgerRecord
{
    /// <summary><c>pulse</c>, <c>blood_pressure</c>, <c>temperature</c>, <c>saturation</c>, <c>glucose</c>, <c>respiration</c> or <c>weight</c>.</summary>
    public required string Vital { get; init; }

    /// <summary>The value in <see cref="Unit"/>; systolic for blood pressure.</summary>
    public required decimal Value { get; init; }

    /// <summary>Diastolic for blood pressure, else null.</summary>
    public decimal? SecondValue { get; init; }

    /// <summary>The unit as UCUM, for example <c>mm[Hg]</c>, <c>/min</c>, <c>Cel</c>, <c>%</c>, <c>mmol/L</c>, <c>kg</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>When it was measured.</summary>
    public required Instant Time { get; init; }

    /// <summary>The hospital that measured it; null for a home device.</summary>
    public HospitalId? Hospital { get; init; }

    /// <summary>The device's identifier, or null.</summary>
    public string? Device { get; init; }
}
