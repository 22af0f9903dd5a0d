namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>How protected the data behind an intent is (FHIR Confidentiality N, R, V). A result may raise it, never lower it.</summary>
public enum Sensitivity
{
    /// <summary>Ordinary clinical data.</summary>
    Normal,

    /// <summary>Data that needs fresh trust.</summary>
    Restricted,

    /// <summary>Data that needs the second factor again.</summary>
    VeryRestricted,
}
