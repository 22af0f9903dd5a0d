using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Authorising;

/// <summary>What the house knows of a doctor besides the voice, as it stands in <c>doctors.yaml</c>.</summary>
public sealed record DoctorEntry
{
    /// <summary>The name in Russian.</summary>
    public string? NameRu { get; init; }

    /// <summary>The name in English.</summary>
    public string? NameEn { get; init; }

    /// <summary>The role the policy and the ledger know. Default: <c>doctor</c>.</summary>
    public string Role { get; init; } = "doctor";

    /// <summary>The hospital the doctor works for, as the ledger names it.</summary>
    public string? Hospital { get; init; }

    /// <summary>The PIN's hash (see <see cref="SecretHash"/>); null while none is set.</summary>
    public string? Pin { get; init; }

    /// <summary>The badge code's hash (see <see cref="SecretHash"/>); null while none is issued.</summary>
    public string? Badge { get; init; }

    /// <summary>The name in whichever language it was written.</summary>
    public BilingualText Name => new(NameRu, NameEn);
}
