using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>One access to a patient's record, granted or refused.</summary>
public sealed record AccessRecord : LedgerRecord
{
    /// <summary>When.</summary>
    public required Instant Time { get; init; }

    /// <summary>Who, or null when nobody was recognised.</summary>
    public DoctorId? Doctor { get; init; }

    /// <summary>The doctor's name as people say it, or null.</summary>
    public BilingualText? DoctorName { get; init; }

    /// <summary>In which role, or null.</summary>
    public string? Role { get; init; }

    /// <summary>What was asked, as an operation of <see cref="IClinicalLedger"/>, for example <c>getHospitalVisits</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Why: the purpose of use.</summary>
    public required string Purpose { get; init; }

    /// <summary>True when it was answered.</summary>
    public required bool Granted { get; init; }

    /// <summary>The stable code of the rule that decided, for example <c>consent.permit</c> or <c>voice.unverified</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The trust in the speaker at that moment, in log-odds; null when no voice was involved.</summary>
    public double? Trust { get; init; }

    /// <summary>The turn that asked, or null.</summary>
    public string? Turn { get; init; }

    /// <summary>The bedside terminal, or null.</summary>
    public string? Terminal { get; init; }
}
