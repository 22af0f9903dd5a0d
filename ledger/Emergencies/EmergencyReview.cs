using NodaTime;

namespace VoiceMed.Ledger.Emergencies;

/// <summary>The outcome of an emergency access's review.</summary>
/// <param name="Emergency">The emergency access.</param>
/// <param name="Justified">The finding.</param>
/// <param name="Reviewer">Who found it.</param>
/// <param name="Time">When.</param>
public sealed record EmergencyReview(string Emergency, bool Justified, string Reviewer, Instant Time)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "emergency-review";
}
