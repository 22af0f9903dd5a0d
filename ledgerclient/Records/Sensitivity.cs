namespace VoiceMed.LedgerClient.Records;

/// <summary>How restricted a record is (FHIR R4 security labels N, R, V).</summary>
public enum Sensitivity
{
    /// <summary>Ordinary clinical data (N).</summary>
    Normal,

    /// <summary>Never spoken aloud without a private-audio setting (R).</summary>
    Restricted,

    /// <summary>As restricted, and the second factor is asked again (V).</summary>
    VeryRestricted,
}
