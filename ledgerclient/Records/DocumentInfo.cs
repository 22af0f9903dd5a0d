using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>What is known of a document without opening it. The content lies sealed in the vault.</summary>
public sealed record DocumentInfo : LedgerRecord
{
    /// <summary>The hospital that holds it.</summary>
    public required HospitalId Hospital { get; init; }

    /// <summary>The hospital's name as people say it.</summary>
    public required BilingualText HospitalName { get; init; }

    /// <summary><c>discharge_summary</c>, <c>lab_report</c>, <c>imaging</c>, <c>ecg</c>, <c>prescription</c>, <c>referral</c>, <c>operation_report</c> or <c>consultation</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The title.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>The day it was issued.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The content's media type, for example <c>text/plain; charset=utf-8</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The content's length in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Keyed commitment (HMAC-SHA-256, hexadecimal) to the content; null until stored.</summary>
    public string? Commitment { get; init; }

    /// <summary>How restricted the document is. Default: normal.</summary>
    public Sensitivity Sensitivity { get; init; }
}
