using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>A diagnosis.</summary>
public sealed record Diagnosis : LedgerRecord
{
    /// <summary>The ICD-10 code.</summary>
    public required string Code { get; init; }

    /// <summary>The diagnosis in words.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>The day it was made.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>True while it holds.</summary>
    public bool Active { get; init; }

    /// <summary>Who made it.</summary>
    public required HospitalId Hospital { get; init; }

    /// <summary>How restricted it is. Default: normal.</summary>
    public Sensitivity Sensitivity { get; init; }
}
