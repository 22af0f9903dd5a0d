using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>One laboratory value with its reference range.</summary>
public sealed record LabResult : LedgerRecord
{
    /// <summary>The test's canonical name, for example <c>glucose</c>.</summary>
    public required string Test { get; init; }

    /// <summary>The test as people say it.</summary>
    public required BilingualText TestName { get; init; }

    /// <summary>The value in <see cref="Unit"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit as UCUM.</summary>
    public required string Unit { get; init; }

    /// <summary>Lower reference bound, inclusive; null when there is none.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper reference bound, inclusive; null when there is none.</summary>
    public decimal? High { get; init; }

    /// <summary>When the sample was taken.</summary>
    public required Instant Time { get; init; }

    /// <summary>The hospital whose laboratory it was.</summary>
    public required HospitalId Hospital { get; init; }

    /// <summary>How restricted it is. Default: normal.</summary>
    public Sensitivity Sensitivity { get; init; }
}
