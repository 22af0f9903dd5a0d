using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>Emergency access (break-glass): a named doctor, a spoken reason, one patient, a short time, and a review afterwards.</summary>
public sealed record EmergencyAccess : LedgerRecord
{
    /// <summary>Who.</summary>
    public required DoctorId Doctor { get; init; }

    /// <summary>The reason as spoken.</summary>
    public required string Reason { get; init; }

    /// <summary>From when, inclusive.</summary>
    public required Instant From { get; init; }

    /// <summary>Until when, exclusive.</summary>
    public required Instant Until { get; init; }

    /// <summary>True once an admin has reviewed it.</summary>
    public bool Reviewed { get; init; }

    /// <summary>Who reviewed it, or null.</summary>
    public string? Reviewer { get; init; }

    /// <summary><c>justified</c> or <c>unjustified</c>, or null while open.</summary>
    public string? Outcome { get; init; }
}
