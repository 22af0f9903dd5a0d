namespace VoiceMed.Speech.Models;

/// <summary>Where an installed model was found; the order is the order of preference.</summary>
public enum ModelSource
{
    /// <summary>Named on the command line or in the configuration.</summary>
    Named,

    /// <summary>Installed with <c>voicemed models install</c>.</summary>
    Installed,

    /// <summary>In a folder of the environment variable <c>VOICEMED_MODELS</c>.</summary>
    Environment,

    /// <summary>Delivered with the program.</summary>
    Bundled,
}
