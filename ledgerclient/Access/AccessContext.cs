using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Access;

/// <summary>On whose behalf, and why, the ledger is asked. Every call carries one and every call is audited with it.</summary>
public sealed record AccessContext
{
    /// <summary>Who asks; null when nobody was recognised, which only an audit of a refusal may be.</summary>
    public DoctorId? Doctor { get; init; }

    /// <summary>The doctor's name as people say it, for the audit's readers; null when unknown.</summary>
    public string? DoctorName { get; init; }

    /// <summary>The role, for example <c>doctor</c>, <c>nurse</c>, <c>admin</c>, <c>system</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The hospital the asker works for; null when none.</summary>
    public HospitalId? Hospital { get; init; }

    /// <summary>Purpose of use (HL7 v3 PurposeOfUse), for example <c>TREAT</c> or <c>ETREAT</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The trust in the speaker, in log-odds; null when no voice was involved.</summary>
    public double? Trust { get; init; }

    /// <summary>The turn that asks: the same turn asked twice leaves one audit entry per operation. Null outside a dialogue.</summary>
    public string? Turn { get; init; }

    /// <summary>The bedside terminal; null outside a ward.</summary>
    public string? Terminal { get; init; }

    /// <summary>The emergency access this call stands under; null for ordinary calls.</summary>
    public string? Emergency { get; init; }
}
