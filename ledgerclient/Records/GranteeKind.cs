namespace VoiceMed.LedgerClient.Records;

/// <summary>Whom a <see cref="Consent"/> speaks of.</summary>
public enum GranteeKind
{
    /// <summary>One doctor.</summary>
    Doctor,

    /// <summary>Everyone in a role, for example <c>cardiologist</c>.</summary>
    Role,

    /// <summary>Everyone who works for a hospital.</summary>
    Hospital,

    /// <summary>Anyone.</summary>
    Anyone,
}
