using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>A patient's permission, or refusal, for others to read.</summary>
public sealed record Consent : LedgerRecord
{
    /// <summary>True permits, false forbids.</summary>
    public required bool Permit { get; init; }

    /// <summary>What <see cref="Grantee"/> names.</summary>
    public required GranteeKind GranteeKind { get; init; }

    /// <summary>A doctor's, a role's or a hospital's identifier; <c>*</c> for anyone.</summary>
    public required string Grantee { get; init; }

    /// <summary>The record kinds it covers (<c>visit</c>, <c>document</c>, <c>observation</c>, …); <c>*</c> for all.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The purpose of use it covers (HL7 v3 PurposeOfUse): <c>TREAT</c>, …; <c>*</c> for all.</summary>
    public required string Purpose { get; init; }

    /// <summary>The first instant it holds, inclusive.</summary>
    public required Instant ValidFrom { get; init; }

    /// <summary>The first instant it no longer holds, exclusive; null for no end. Expiry needs no action.</summary>
    public Instant? ValidUntil { get; init; }

    /// <summary>The identifier of the consent this one takes back, or null.</summary>
    public string? Revokes { get; init; }
}
