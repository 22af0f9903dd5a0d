namespace VoiceMed.Auth.Policy;

/// <summary>How much a piece of data asks for before it is shown.</summary>
public enum Sensitivity
{
    /// <summary>Nothing about a patient: help, volume, language.</summary>
    Open,

    /// <summary>The ordinary record.</summary>
    Normal,

    /// <summary>What harms when overheard; never spoken aloud.</summary>
    Restricted,

    /// <summary>Psychiatry, HIV, emergency access and the like.</summary>
    VeryRestricted,
}
